package dev.mooring.view;

import java.util.Arrays;

/** Some neighbouring rows, sorted by key, in one array: few objects, whatever the rows. */
final class Chunk {

  private final byte[] bytes;

  /** Where key 0, value 0, key 1, value 1 and so on begin; at last the end. */
  private final int[] starts;

  Chunk(byte[] bytes, int[] starts) {
    this.bytes = bytes;
    this.starts = starts;
  }

  int size() {
    return starts.length / 2;
  }

  byte[] bytes() {
    return bytes;
  }

  int keyStart(int row) {
    return starts[2 * row];
  }

  int valueStart(int row) {
    return starts[2 * row + 1];
  }

  int end(int row) {
    return starts[2 * row + 2];
  }

  byte[] key(int row) {
    return Arrays.copyOfRange(bytes, keyStart(row), valueStart(row));
  }

  /** How the key of a row compares to another, by unsigned bytes. */
  int compareKey(int row, byte[] key) {
    return Arrays.compareUnsigned(bytes, keyStart(row), valueStart(row), key, 0, key.length);
  }

  /** The first row, from the given one on, whose key is not before another; the size if none. */
  int ceiling(byte[] key, int from) {
    int step = 1;
    int low = from;
    int high = from;
    // What is looked for is mostly near when a step goes through all rows.
    while (high < size() && compareKey(high, key) < 0) {
      low = high + 1;
      high += step;
      step *= 2;
    }
    high = Math.min(high, size());
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (compareKey(middle, key) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
