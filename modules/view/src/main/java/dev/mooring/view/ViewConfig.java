package dev.mooring.view;

import java.util.Map;

/**
 * What a reader is told.
 *
 * @param consumer settings of Kafka's consumer; must hold {@code bootstrap.servers}. {@code
 *     value.deserializer} may name another Avro deserializer of the Confluent wire format
 * @param registry settings of the schema registry's client and of the deserializer, by Confluent's
 *     keys; must hold {@code schema.registry.url}
 */
public record ViewConfig(Map<String, Object> consumer, Map<String, Object> registry) {

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

  private static void require(Map<String, Object> settings, String key) {
    if (!settings.containsKey(key)) {
      throw new IllegalArgumentException(key + ": is missing");
    }
  }
}
