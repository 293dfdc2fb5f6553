package dev.mooring.benchmarks.bench;

import java.util.Comparator;
import java.util.List;

/**
 * What a bench came to.
 *
 * @param measurements every run, in the order in which they were made
 */
record BenchResult(
    Machine machine, long seed, Loader.Loaded loaded, List<Measurement> measurements) {

  BenchResult {
    measurements = List.copyOf(measurements);
  }

  /** One measurement a contender: the one in the middle by events per second. */
  List<Measurement> medians() {
    return measurements.stream().map(Measurement::name).distinct().map(this::median).toList();
  }

  /** Whether every row of every run is the oracle's. */
  boolean isAsExpected() {
    return measurements.stream().allMatch(Measurement::isAsExpected);
  }

  private Measurement median(String name) {
    List<Measurement> runs =
        measurements.stream()
            .filter(measurement -> measurement.name().equals(name))
            .sorted(Comparator.comparingDouble(Measurement::eventsPerSecond))
            .toList();
    return runs.get(runs.size() / 2);
  }
}
