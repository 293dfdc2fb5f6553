package dev.mooring.benchmarks.restart;

import java.util.List;

/**
 * What to measure.
 *
 * @param stops after each of which it is started again
 * @param events folded before the first stop
 * @param more events that come before each kill: it falls among them
 * @param commitMillis between commits of the topology
 * @param threads of the topology
 * @param seed of the history
 * @param partitions of the events topic
 * @param jvmOptions of the topology
 */
record RestartConfig(
    List<Stop> stops,
    long events,
    long more,
    int commitMillis,
    int threads,
    long seed,
    int partitions,
    List<String> jvmOptions) {

  RestartConfig {
    stops = List.copyOf(stops);
    jvmOptions = List.copyOf(jvmOptions);
    atLeastOne("events", events);
    atLeastOne("more", more);
    atLeastOne("commit", commitMillis);
    atLeastOne("threads", threads);
    atLeastOne("partitions", partitions);
  }

  /** Events of the whole history. */
  long allEvents() {
    return events + stops.stream().filter(Stop::isKill).count() * more;
  }

  private static void atLeastOne(String field, long value) {
    if (value < 1) {
      throw new IllegalArgumentException(field + ": " + value + ", should be at least 1");
    }
  }
}
