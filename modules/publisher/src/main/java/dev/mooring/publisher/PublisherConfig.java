package dev.mooring.publisher;

import java.util.Map;

/**
 * What a publisher is told.
 *
 * @param producer settings of Kafka's producer; must hold {@code bootstrap.servers}. {@code
 *     value.serializer} may name another Avro serializer of the Confluent wire format
 * @param registry settings of the schema registry's client and of the serializer, by Confluent's
 *     keys; must hold {@code schema.registry.url}
 * @param source who publishes: {@code ce_source} of every record, a URI reference
 * @param unknownCities what becomes of an event in a city that is not known
 * @param maxInFlight records sent and not yet acknowledged, at which publishing waits
 */
public record PublisherConfig(
    Map<String, Object> producer,
    Map<String, Object> registry,
    String source,
    UnknownCities unknownCities,
    int maxInFlight) {

  private static final int DEFAULT_MAX_IN_FLIGHT = 10_000;

  /** What becomes of an event in a city that the city reference does not hold. */
  public enum UnknownCities {
    REFUSE,
    ACCEPT
  }

  public PublisherConfig {
    producer = Map.copyOf(producer);
    registry = Map.copyOf(registry);
    require(producer, "bootstrap.servers");
    require(registry, "schema.registry.url");
    if (source.isBlank()) {
      throw new IllegalArgumentException("source: is empty, should be a URI reference");
    }
    if (maxInFlight < 1) {
      throw new IllegalArgumentException("maxInFlight: " + maxInFlight + ", should be at least 1");
    }
  }

  /** A publisher to a cluster, with everything else as usual. */
  public static PublisherConfig of(String bootstrapServers, String registryUrl, String source) {
    return new PublisherConfig(
        Map.of("bootstrap.servers", bootstrapServers),
        Map.of("schema.registry.url", registryUrl),
        source,
        UnknownCities.REFUSE,
        DEFAULT_MAX_IN_FLIGHT);
  }

  private static void require(Map<String, Object> settings, String key) {
    if (!settings.containsKey(key)) {
      throw new IllegalArgumentException(key + ": is missing");
    }
  }
}
