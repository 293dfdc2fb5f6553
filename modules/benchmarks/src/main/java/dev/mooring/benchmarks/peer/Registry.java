package dev.mooring.benchmarks.peer;

import dev.mooring.contract.GeneratedTypes;
import dev.mooring.registry.AvroSerde;
import dev.mooring.registry.RegistryConfig;
import java.util.Map;

/** Serdes on the schema registry, as any application of Kafka has them. */
public final class Registry {

  private Registry() {}

  /** A serde of generated types. */
  public static AvroSerde serde(String url) {
    GeneratedTypes.trust();
    AvroSerde serde = new AvroSerde();
    serde.configure(Map.of(RegistryConfig.URL, url, "specific.avro.reader", true), false);
    return serde;
  }
}
