package dev.mooring.cli.plan;

import dev.mooring.topology.Nodes;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A topic that Kafka Streams makes for itself, and what must hold of it: nothing in it may expire.
 *
 * @param name name in Kafka
 * @param config what it must keep to, by Kafka's names
 */
public record InternalTopic(String name, Map<String, String> config) {

  private static final Map<String, String> PURGED =
      Map.of("cleanup.policy", "delete", "retention.ms", "-1", "retention.bytes", "-1");
  private static final Map<String, String> COMPACTED = Map.of("cleanup.policy", "compact");

  /** Whether what has been read is purged from it: it lies between two stages. */
  public boolean isPurged() {
    return config.equals(PURGED);
  }

  /** Those of an application. */
  public static List<InternalTopic> of(String application) {
    return Stream.concat(
            Stream.of(Nodes.WITHDRAWALS, Nodes.DIFFERENCES)
                .map(topic -> new InternalTopic(Nodes.topic(application, topic), PURGED)),
            Stream.of(Nodes.DOSSIER_STORE, Nodes.TALLY_STORE)
                .map(store -> new InternalTopic(Nodes.changelog(application, store), COMPACTED)))
        .toList();
  }
}
