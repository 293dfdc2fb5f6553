package dev.mooring.benchmarks.scaling;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a topology is spread.
 *
 * @param instances processes
 * @param threads stream threads of each
 */
record Shape(int instances, int threads) {

  private static final Pattern TEXT = Pattern.compile("([1-9]\\d?)x([1-9]\\d?)");

  /** As in {@code 2x1}: two instances with one thread each. */
  static Shape parse(String text) {
    Matcher parts = TEXT.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException(
          "shape: %s, should be instances x threads, as in 2x1".formatted(text));
    }
    return new Shape(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)));
  }

  /** Threads of all instances. */
  int allThreads() {
    return instances * threads;
  }

  @Override
  public String toString() {
    return instances + "x" + threads;
  }
}
