package dev.mooring.view;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * What a reader is told.
 *
 * @param consumer settings of Kafka's consumer; must hold {@code bootstrap.servers}. {@code
 *     value.deserializer} may name another Avro deserializer of the Confluent wire format
 * @param registry settings of the schema registry's client and of the deserializer, by Confluent's
 *     keys; must hold {@code schema.registry.url}
 */
public record ViewConfig(Map<String, Object> consumer, Map<String, Object> registry) {

  private static final int PATIENCE_MS = 15_000;

  public ViewConfig {
    consumer = Map.copyOf(consumer);
    registry = Map.copyOf(registry);
    require(consumer, "bootstrap.servers");
    require(registry, "schema.registry.url");
  }

  /** A reader of a cluster, with everything else as usual. */
  public static ViewConfig of(String bootstrapServers, String registryUrl) {
    return new ViewConfig(
        Map.of("bootstrap.servers", bootstrapServers), Map.of("schema.registry.url", registryUrl));
  }

  /**
   * How to make a consumer of committed records as bytes, in no group, which leaves nothing behind
   * in the cluster. What the user set about fetching and patience is kept.
   */
  public Map<String, Object> committedReader() {
    Map<String, Object> settings = new HashMap<>();
    settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 10_000);
    settings.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 4 * 1024 * 1024);
    settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MS);
    settings.putAll(consumer);
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
    return settings;
  }

  /**
   * How to reach the cluster, for an admin client. What Kafka does not know may be of a plug-in for
   * authentication, and goes along.
   */
  public Map<String, Object> connection() {
    Map<String, Object> settings = new HashMap<>();
    settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MS);
    settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MS);
    settings.putAll(consumer);
    Set<String> ofConsumers = new HashSet<>(ConsumerConfig.configNames());
    ofConsumers.removeAll(AdminClientConfig.configNames());
    settings.keySet().removeAll(ofConsumers);
    return settings;
  }

  private static void require(Map<String, Object> settings, String key) {
    if (!settings.containsKey(key)) {
      throw new IllegalArgumentException(key + ": is missing");
    }
  }
}
