package dev.mooring.view;

/**
 * Finds the row that stands for an event, by key and id: a table of row numbers with open
 * addressing, so that an event costs some six bytes. For one thread only.
 */
final class EventIndex {

  private static final int EMPTY = -1;

  private final EventColumns columns;
  private int[] rows = empty(1 << 10);
  private int size;

  EventIndex(EventColumns columns) {
    this.columns = columns;
  }

  /**
   * Enters a row, unless its event has one.
   *
   * @return the row that stands for the event: the given one when it has none yet
   */
  int enter(int row) {
    int slot = slot(rows, row);
    if (rows[slot] != EMPTY) {
      return rows[slot];
    }
    rows[slot] = row;
    size++;
    if (size > rows.length / 4 * 3) {
      grow();
    }
    return row;
  }

  /** Puts a row in the place of another of the same event. */
  void replace(int row) {
    rows[slot(rows, row)] = row;
  }

  /** Where the event of a row is, or should be. */
  private int slot(int[] table, int row) {
    int slot = columns.identityHash(row) & (table.length - 1);
    while (table[slot] != EMPTY && !columns.sameEvent(table[slot], row)) {
      slot = (slot + 1) & (table.length - 1);
    }
    return slot;
  }

  private void grow() {
    int[] larger = empty(Math.multiplyExact(rows.length, 2));
    for (int row : rows) {
      if (row != EMPTY) {
        larger[slot(larger, row)] = row;
      }
    }
    rows = larger;
  }

  private static int[] empty(int length) {
    int[] table = new int[length];
    java.util.Arrays.fill(table, EMPTY);
    return table;
  }
}
