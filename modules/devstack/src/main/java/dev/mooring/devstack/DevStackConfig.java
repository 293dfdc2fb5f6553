package dev.mooring.devstack;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/**
 * Where and how a {@link DevStack} runs.
 *
 * @param directory directory that keeps everything; made when missing
 * @param broker the broker, its data below the directory
 * @param registry the schema registry, its data below the directory
 */
public record DevStackConfig(Path directory, BrokerConfig broker, RegistryConfig registry) {

  public DevStackConfig {
    Objects.requireNonNull(directory, "directory");
    Objects.requireNonNull(broker, "broker");
    Objects.requireNonNull(registry, "registry");
  }

  /**
   * A stack with its data in {@code kafka} and {@code registry} below the directory.
   *
   * @param kafkaPort port of the broker; 0: any free one
   * @param registryPort port of the registry; 0: any free one
   */
  public static DevStackConfig in(Path directory, int kafkaPort, int registryPort) {
    return in(directory, kafkaPort, registryPort, Map.of());
  }

  /** The same with further broker settings by their Kafka names. */
  public static DevStackConfig in(
      Path directory, int kafkaPort, int registryPort, Map<String, String> brokerOverrides) {
    return new DevStackConfig(
        directory,
        new BrokerConfig(directory.resolve("kafka"), kafkaPort, brokerOverrides),
        new RegistryConfig(directory.resolve("registry"), registryPort));
  }
}
