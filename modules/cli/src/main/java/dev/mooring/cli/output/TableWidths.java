package dev.mooring.cli.output;

import dev.mooring.contract.codec.RowBodyReader;
import dev.mooring.contract.codec.RowCells;
import dev.mooring.contract.codec.Utf8Text;
import java.util.Optional;

/** How wide the cells of rows are at most, without writing them. For one thread. */
final class TableWidths implements RowCells {

  private final RowBodyReader reader;
  private final int[] columnOf;
  private final int[] widths;
  private boolean plain = true;

  /**
   * Of some columns.
   *
   * @param columnOf the column of each field; negative for none
   */
  TableWidths(RowBodyReader reader, int[] columnOf, int columns) {
    this.reader = reader;
    this.columnOf = columnOf;
    this.widths = new int[columns];
  }

  /** Looks at the row whose body begins at a place. */
  void look(byte[] bytes, int from) {
    reader.read(bytes, from, this);
  }

  /** The widths; empty when a cell had other than letters, digits and signs of ASCII. */
  Optional<int[]> found() {
    return plain ? Optional.of(widths) : Optional.empty();
  }

  @Override
  public void absent(int field) {
    // no width
  }

  @Override
  public void text(int field, byte[] bytes, int from, int to) {
    if (columnOf[field] >= 0) {
      for (int i = from; i < to; i++) {
        plain &= bytes[i] > ' ' && bytes[i] < 0x7F;
      }
      widen(field, to - from);
    }
  }

  @Override
  public void number(int field, long number) {
    if (columnOf[field] >= 0) {
      widen(field, Utf8Text.width(number));
    }
  }

  @Override
  public void truth(int field, boolean yes) {
    widen(field, Boolean.toString(yes).length());
  }

  @Override
  public void day(int field, long epochDay) {
    widen(field, Utf8Text.dayWidth(epochDay));
  }

  private void widen(int field, int width) {
    int column = columnOf[field];
    if (column >= 0 && width > widths[column]) {
      widths[column] = width;
    }
  }
}
