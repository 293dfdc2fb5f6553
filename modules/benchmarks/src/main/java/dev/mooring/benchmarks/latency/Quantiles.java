package dev.mooring.benchmarks.latency;

import java.util.Arrays;

/**
 * Latencies in milliseconds: each is the least that so large a share did not exceed.
 *
 * @param max the greatest of all
 */
record Quantiles(double p50, double p99, double p999, double max) {

  private static final double NANOS = 1e6;

  /** Of at least one value. */
  static Quantiles ofNanos(long[] values) {
    if (values.length == 0) {
      throw new IllegalArgumentException("values: none, should be at least one");
    }
    long[] sorted = values.clone();
    Arrays.sort(sorted);
    return new Quantiles(
        at(sorted, 0.5), at(sorted, 0.99), at(sorted, 0.999), sorted[sorted.length - 1] / NANOS);
  }

  private static double at(long[] sorted, double share) {
    int rank = (int) Math.ceil(share * sorted.length);
    return sorted[Math.max(rank, 1) - 1] / NANOS;
  }

  @Override
  public String toString() {
    return "%,.0f / %,.0f / %,.0f".formatted(p50, p99, p999);
  }
}
