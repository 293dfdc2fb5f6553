package dev.mooring.benchmarks.latency;

import java.util.List;

/**
 * What to measure.
 *
 * @param engines each on a cluster of its own
 * @param rates events per second, one after the other
 * @param warmUpSeconds at each rate before it is measured
 * @param seconds measured at each rate
 * @param probesPerSecond how many of the events are probes
 * @param commitMillis between commits of the engine
 * @param seed of the history that is published beside the probes
 * @param partitions of the events topic
 * @param jvmOptions of the engine
 */
record LatencyConfig(
    List<LiveContender> engines,
    List<Integer> rates,
    int warmUpSeconds,
    int seconds,
    int probesPerSecond,
    int commitMillis,
    long seed,
    int partitions,
    List<String> jvmOptions) {

  LatencyConfig {
    engines = List.copyOf(engines);
    rates = List.copyOf(rates);
    jvmOptions = List.copyOf(jvmOptions);
    atLeastOne("warm-up", warmUpSeconds);
    atLeastOne("seconds", seconds);
    atLeastOne("probes", probesPerSecond);
    atLeastOne("commit", commitMillis);
    atLeastOne("partitions", partitions);
    for (int rate : rates) {
      if (rate < probesPerSecond || rate % probesPerSecond != 0) {
        throw new IllegalArgumentException(
            "rate: %d, should be a multiple of the %d probes per second"
                .formatted(rate, probesPerSecond));
      }
    }
  }

  /** Seconds of publishing at each rate. */
  int allSeconds() {
    return warmUpSeconds + seconds;
  }

  /** Probes of a whole run. */
  int probes() {
    return probesPerSecond * allSeconds() * rates.size();
  }

  /** Events of a whole run, probes among them. */
  long events() {
    return rates.stream().mapToLong(rate -> (long) rate * allSeconds()).sum();
  }

  private static void atLeastOne(String field, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(field + ": " + value + ", should be at least 1");
    }
  }
}
