package dev.mooring.devstack;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/**
 * Where and how an {@link EmbeddedBroker} runs.
 *
 * @param dataDir directory that keeps its logs; made when missing
 * @param port port of 127.0.0.1 for clients; 0: any free one
 * @param overrides further broker settings by their Kafka names, which win over Mooring's
 */
public record BrokerConfig(Path dataDir, int port, Map<String, String> overrides) {

  public BrokerConfig {
    Objects.requireNonNull(dataDir, "dataDir");
    Ports.requireValid("port", port);
    overrides = Map.copyOf(overrides);
  }

  public BrokerConfig(Path dataDir, int port) {
    this(dataDir, port, Map.of());
  }
}
