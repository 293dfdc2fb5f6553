package dev.mooring.benchmarks.bench;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.mooring.benchmarks.engine.EngineReport;
import java.util.Map;

/**
 * One run of one contender.
 *
 * @param engine what its process tells of itself
 * @param brokerCpuSeconds of the broker between the start and the stop of the watch
 * @param produced records that the run added to topics of its own and those of the catalogue but
 *     the events, by their end offsets; markers of transactions, one for each partition and commit,
 *     are among them
 * @param producedBytes bytes that the run added to the logs of the same topics, compressed as they
 *     lie on disk
 * @param differentRows rows that are not the oracle's; null for a contender without rows
 */
record Measurement(
    String name,
    String what,
    EngineReport engine,
    double brokerCpuSeconds,
    Map<String, Long> produced,
    Map<String, Long> producedBytes,
    Long differentRows) {

  @JsonProperty
  double eventsPerSecond() {
    return engine.records() / engine.seconds();
  }

  @JsonProperty
  double engineCpuPerMillion() {
    return perMillion(engine.cpuSeconds());
  }

  @JsonProperty
  double brokerCpuPerMillion() {
    return perMillion(brokerCpuSeconds);
  }

  /** Records in topics of Mooring, internal ones included; Kafka's own are left out. */
  @JsonProperty
  double producedPerEvent() {
    return ofMooring(produced) / engine.records();
  }

  /** Bytes in the logs of the same topics. */
  @JsonProperty
  double producedBytesPerEvent() {
    return ofMooring(producedBytes) / engine.records();
  }

  private static double ofMooring(Map<String, Long> topics) {
    return topics.entrySet().stream()
        .filter(topic -> !topic.getKey().startsWith("__"))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  @JsonProperty
  boolean isAsExpected() {
    return differentRows == null || differentRows == 0;
  }

  private double perMillion(double seconds) {
    return seconds / engine.records() * 1e6;
  }
}
