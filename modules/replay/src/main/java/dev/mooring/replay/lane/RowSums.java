package dev.mooring.replay.lane;

/**
 * What two lanes hold of a partition, without the rows: a sum for each key and lane. It takes 24
 * bytes a slot and 36 to 72 bytes a key, so that partitions of millions of rows can be compared.
 */
final class RowSums {

  /** The sum of a row that is not there. */
  static final long NONE = 0;

  private static final int WIDTH = 3;
  private static final int FIRST_SLOTS = 64;

  private long[] slots = new long[WIDTH * FIRST_SLOTS];
  private long keys;

  /** Takes what a lane holds now of a key. */
  void put(Side side, long key, long sum) {
    if (3 * (keys + 1) > 2L * (slots.length / WIDTH)) {
      grow();
    }
    int at = find(key);
    if (slots[at] == 0) {
      slots[at] = stored(key);
      keys++;
    }
    slots[at + place(side)] = sum;
  }

  /** What a lane holds of a key. */
  long get(Side side, long key) {
    return slots[find(key) + place(side)];
  }

  boolean contains(long key) {
    return slots[find(key)] != 0;
  }

  /** How many rows there are in one lane or the other. */
  long rows() {
    long rows = 0;
    for (int at = 0; at < slots.length; at += WIDTH) {
      rows += slots[at + 1] != NONE || slots[at + 2] != NONE ? 1 : 0;
    }
    return rows;
  }

  /** Those that are not the same in both lanes. */
  RowSums differing() {
    RowSums differing = new RowSums();
    for (int at = 0; at < slots.length; at += WIDTH) {
      if (slots[at + 1] != slots[at + 2]) {
        differing.put(Side.LEFT, slots[at], slots[at + 1]);
        differing.put(Side.RIGHT, slots[at], slots[at + 2]);
      }
    }
    return differing;
  }

  private static int place(Side side) {
    return side == Side.LEFT ? 1 : 2;
  }

  /** Zero stands for a free slot. */
  private static long stored(long key) {
    return key == 0 ? 1 : key;
  }

  private int find(long key) {
    long stored = stored(key);
    int count = slots.length / WIDTH;
    int slot = (int) Long.remainderUnsigned(stored, count);
    while (slots[slot * WIDTH] != 0 && slots[slot * WIDTH] != stored) {
      slot = slot + 1 == count ? 0 : slot + 1;
    }
    return slot * WIDTH;
  }

  private void grow() {
    long[] old = slots;
    slots = new long[Math.multiplyExact(old.length, 2)];
    for (int at = 0; at < old.length; at += WIDTH) {
      if (old[at] != 0) {
        System.arraycopy(old, at, slots, find(old[at]), WIDTH);
      }
    }
  }
}
