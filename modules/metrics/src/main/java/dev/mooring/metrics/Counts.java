package dev.mooring.metrics;

import java.util.Arrays;

/** A few sums by measure: those that are zero take no room. */
public final class Counts {

  private byte[] measures;
  private long[] sums;
  private int size;

  /** All zero. */
  public Counts() {
    this.measures = new byte[4];
    this.sums = new long[4];
  }

  /** The sum of a measure. */
  public long get(Measure measure) {
    for (int i = 0; i < size; i++) {
      if (measures[i] == measure.code()) {
        return sums[i];
      }
    }
    return 0;
  }

  /** Adds to a measure; a negative number takes away. */
  public void add(Measure measure, long count) {
    addAt(measure.code(), count);
  }

  /** Adds all of another's sums. */
  public void addAll(Counts other) {
    for (int i = 0; i < other.size; i++) {
      addAt(other.measures[i], other.sums[i]);
    }
  }

  /** How many measures are not zero. */
  public int size() {
    return size;
  }

  /** Whether every sum is zero. */
  public boolean isZero() {
    return size == 0;
  }

  /** The measure of the i-th sum that is not zero, in no order that means anything. */
  public Measure measure(int i) {
    return Measure.of(measures[i]);
  }

  /** The i-th sum that is not zero. */
  public long sum(int i) {
    return sums[i];
  }

  private void addAt(byte measure, long count) {
    for (int i = 0; i < size; i++) {
      if (measures[i] == measure) {
        sums[i] += count;
        if (sums[i] == 0) {
          remove(i);
        }
        return;
      }
    }
    if (count != 0) {
      append(measure, count);
    }
  }

  private void append(byte measure, long count) {
    if (size == measures.length) {
      measures = Arrays.copyOf(measures, size * 2);
      sums = Arrays.copyOf(sums, size * 2);
    }
    measures[size] = measure;
    sums[size++] = count;
  }

  private void remove(int i) {
    size--;
    measures[i] = measures[size];
    sums[i] = sums[size];
  }
}
