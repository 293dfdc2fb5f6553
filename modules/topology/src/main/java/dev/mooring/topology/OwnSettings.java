package dev.mooring.topology;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The settings of Kafka Streams and its clients on which the guarantees rest, or for which {@link
 * TopologyConfig} has a component: nobody else sets them.
 */
public final class OwnSettings {

  private static final String FAIL_ONLY =
      "the topology must stop where it cannot go on, or it counts half of something";
  private static final String EXACTLY_ONCE = "exactly once rests on it";

  private static final Map<String, String> REASONS =
      Map.ofEntries(
          Map.entry("application.id", "it is the application id of the configuration"),
          Map.entry("bootstrap.servers", "they are the bootstrap servers of the configuration"),
          Map.entry("state.dir", "it is the state directory of the configuration"),
          Map.entry("num.stream.threads", "it is the threads of the configuration"),
          Map.entry("commit.interval.ms", "it is the commit interval of the configuration"),
          Map.entry("processing.guarantee", EXACTLY_ONCE),
          Map.entry("isolation.level", EXACTLY_ONCE),
          Map.entry("enable.idempotence", EXACTLY_ONCE),
          Map.entry("acks", EXACTLY_ONCE),
          Map.entry("transactional.id", EXACTLY_ONCE),
          Map.entry("enable.auto.commit", EXACTLY_ONCE),
          Map.entry("group.id", "it follows from the application id"),
          Map.entry(
              "ensure.explicit.internal.resource.naming", "an upgrade must find its state again"),
          Map.entry("statestore.cache.max.bytes", "what is cached would miss the commit"),
          Map.entry("cache.max.bytes.buffering", "what is cached would miss the commit"),
          Map.entry("deserialization.exception.handler", FAIL_ONLY),
          Map.entry("default.deserialization.exception.handler", FAIL_ONLY),
          Map.entry("production.exception.handler", FAIL_ONLY),
          Map.entry("default.production.exception.handler", FAIL_ONLY),
          Map.entry("processing.exception.handler", FAIL_ONLY));

  private static final Set<String> CLIENTS =
      Set.of("consumer.", "main.consumer.", "restore.consumer.", "producer.", "admin.");

  private OwnSettings() {}

  /** Their keys, as Kafka names them. */
  public static Set<String> keys() {
    return REASONS.keySet();
  }

  /**
   * Refuses the first own setting among some, be it for all clients or for one.
   *
   * @throws IllegalArgumentException that names it and says why
   */
  static void requireNone(Map<String, String> settings) {
    new TreeMap<>(settings).keySet().forEach(OwnSettings::requireNotOwn);
  }

  private static void requireNotOwn(String key) {
    String reason = REASONS.get(withoutClient(key));
    if (reason != null) {
      throw new IllegalArgumentException(
          "kafka: " + key + " is set, should be left out: " + reason);
    }
  }

  private static String withoutClient(String key) {
    return CLIENTS.stream()
        .filter(key::startsWith)
        .findFirst()
        .map(client -> key.substring(client.length()))
        .orElse(key);
  }
}
