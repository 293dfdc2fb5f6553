package dev.mooring.benchmarks.bench;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What to measure.
 *
 * @param events number of events in the topic
 * @param seed of their history
 * @param partitions of the events topic
 * @param contenders to run, in this order
 * @param runs of each; the median is shown
 * @param jvmOptions of every engine
 */
record BenchConfig(
    long events,
    long seed,
    int partitions,
    List<Contender> contenders,
    int runs,
    List<String> jvmOptions) {

  BenchConfig {
    contenders = List.copyOf(contenders);
    jvmOptions = List.copyOf(jvmOptions);
    atLeastOne("events", events);
    atLeastOne("partitions", partitions);
    atLeastOne("runs", runs);
    onceEach(contenders);
  }

  /** A second run of one goes under the same name, and so into the same directory. */
  private static void onceEach(List<Contender> contenders) {
    Set<String> seen = new HashSet<>();
    for (Contender contender : contenders) {
      if (!seen.add(contender.name())) {
        throw new IllegalArgumentException(
            "engines: %s is named twice; --runs 2 runs each twice".formatted(contender.name()));
      }
    }
  }

  private static void atLeastOne(String field, long value) {
    if (value < 1) {
      throw new IllegalArgumentException(field + ": " + value + ", should be at least 1");
    }
  }
}
