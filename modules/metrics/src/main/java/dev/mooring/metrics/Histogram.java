package dev.mooring.metrics;

import java.util.Arrays;

/**
 * How often each of some whole numbers occurs, in their order. They lie in arrays, side by side: a
 * tree of numbers as objects costs a walk through memory for each.
 */
public final class Histogram {

  private static final int PERCENT = 100;

  private long[] values = new long[4];
  private long[] counts = new long[4];
  private int size;

  /** Takes a value and how often it occurs. */
  @FunctionalInterface
  public interface Visitor {

    /** A value whose count is not zero. */
    void visit(long value, long count);
  }

  /** How often a value occurs. */
  public long get(long value) {
    int at = find(value);
    return at < 0 ? 0 : counts[at];
  }

  /** How many values there are, each as often as it occurs. */
  public long total() {
    long total = 0;
    for (int at = 0; at < size; at++) {
      total += counts[at];
    }
    return total;
  }

  /** Whether there are none. */
  public boolean isEmpty() {
    return size == 0;
  }

  /** Visits the values whose count is not zero, in their order. */
  public void forEach(Visitor visitor) {
    for (int at = 0; at < size; at++) {
      visitor.visit(values[at], counts[at]);
    }
  }

  /** The smallest value whose cumulative share is at least so many percent; null without values. */
  public Long percentile(int percent) {
    long total = total();
    long cumulative = 0;
    for (int at = 0; at < size; at++) {
      cumulative += counts[at];
      if (cumulative * PERCENT >= total * percent) {
        return values[at];
      }
    }
    return null;
  }

  /** Adds to how often a value occurs; a negative number takes away. */
  public void add(long value, long count) {
    if (count == 0) {
      return;
    }
    int at = find(value);
    if (at < 0) {
      insert(-at - 1, value, count);
    } else {
      counts[at] += count;
      if (counts[at] == 0) {
        remove(at);
      }
    }
  }

  private int find(long value) {
    return Arrays.binarySearch(values, 0, size, value);
  }

  private void insert(int at, long value, long count) {
    if (size == values.length) {
      values = Arrays.copyOf(values, size * 2);
      counts = Arrays.copyOf(counts, size * 2);
    }
    System.arraycopy(values, at, values, at + 1, size - at);
    System.arraycopy(counts, at, counts, at + 1, size - at);
    values[at] = value;
    counts[at] = count;
    size++;
  }

  private void remove(int at) {
    size--;
    System.arraycopy(values, at + 1, values, at, size - at);
    System.arraycopy(counts, at + 1, counts, at, size - at);
  }
}
