package dev.mooring.metrics;

import java.util.Arrays;

/**
 * A few sums by measure. Those that are zero take no room: a bit a measure tells which are there,
 * and how many bits lie below it is where its sum stands.
 */
public final class Counts {

  private static final int ROOM = 4;

  private long present;
  private long[] sums = new long[ROOM];

  /** The sum of a measure. */
  public long get(Measure measure) {
    long bit = 1L << measure.code();
    return (present & bit) == 0 ? 0 : sums[below(bit)];
  }

  /** Adds to a measure; a negative number takes away. */
  public void add(Measure measure, long count) {
    add(1L << measure.code(), count);
  }

  /** Adds all of another's sums. */
  public void addAll(Counts other) {
    int at = 0;
    for (long rest = other.present; rest != 0; rest &= rest - 1) {
      add(Long.lowestOneBit(rest), other.sums[at++]);
    }
  }

  /** Makes every sum zero. */
  public void clear() {
    present = 0;
  }

  /** How many measures are not zero. */
  public int size() {
    return Long.bitCount(present);
  }

  /** Whether every sum is zero. */
  public boolean isZero() {
    return present == 0;
  }

  /** Visits the sums that are not zero, in the order of the measures' codes. */
  public void forEach(Visitor visitor) {
    int at = 0;
    for (long rest = present; rest != 0; rest &= rest - 1) {
      visitor.visit(Measure.of(Long.numberOfTrailingZeros(rest)), sums[at++]);
    }
  }

  /** Takes sums. */
  @FunctionalInterface
  public interface Visitor {

    /** A sum that is not zero. */
    void visit(Measure measure, long sum);
  }

  private void add(long bit, long count) {
    if (count == 0) {
      return;
    }
    int at = below(bit);
    if ((present & bit) == 0) {
      insert(bit, at, count);
    } else {
      sums[at] += count;
      if (sums[at] == 0) {
        remove(bit, at);
      }
    }
  }

  private void insert(long bit, int at, long count) {
    int size = size();
    if (size == sums.length) {
      sums = Arrays.copyOf(sums, size * 2);
    }
    System.arraycopy(sums, at, sums, at + 1, size - at);
    sums[at] = count;
    present |= bit;
  }

  private void remove(long bit, int at) {
    System.arraycopy(sums, at + 1, sums, at, size() - at - 1);
    present &= ~bit;
  }

  private int below(long bit) {
    return Long.bitCount(present & (bit - 1));
  }
}
