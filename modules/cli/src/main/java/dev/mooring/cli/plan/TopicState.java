package dev.mooring.cli.plan;

import java.util.Map;

/**
 * A topic as a cluster has it.
 *
 * @param partitions how many there are
 * @param replication copies of the partition that has the fewest
 * @param config what is in force, by Kafka's names; defaults among them
 */
public record TopicState(int partitions, int replication, Map<String, String> config) {

  public TopicState {
    config = Map.copyOf(config);
  }

  /** A setting as text; {@code (none)} where the broker tells none. */
  String config(String key) {
    return config.getOrDefault(key, "(none)");
  }
}
