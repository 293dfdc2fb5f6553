package dev.mooring.cli.command;

import dev.mooring.cli.settings.Setting;
import dev.mooring.cli.settings.SettingsReader;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options of the commands that run a stack. */
final class StackOptions {

  @Option(names = "--data", paramLabel = "DIR", description = "Where the stack keeps its data.")
  private Path data;

  @Option(
      names = "--kafka-port",
      paramLabel = "PORT",
      description = "Port of the broker; 0 takes a free one.")
  private Integer kafkaPort;

  @Option(
      names = "--registry-port",
      paramLabel = "PORT",
      description = "Port of the registry; 0 takes a free one.")
  private Integer registryPort;

  @Option(
      names = "--http-port",
      paramLabel = "PORT",
      description = "Port of the HTTP server; 0 takes a free one.")
  private Integer httpPort;

  /** The options as settings. */
  Map<Setting, SettingsReader.Option> settings() {
    Map<Setting, SettingsReader.Option> options = new EnumMap<>(Setting.class);
    SettingsOptions.put(options, Setting.DATA_DIR, "--data", data);
    SettingsOptions.put(options, Setting.KAFKA_PORT, "--kafka-port", kafkaPort);
    SettingsOptions.put(options, Setting.REGISTRY_PORT, "--registry-port", registryPort);
    SettingsOptions.put(options, Setting.HTTP_PORT, "--http-port", httpPort);
    return options;
  }

  /** The directory, where one was given. */
  Optional<Path> data() {
    return Optional.ofNullable(data);
  }

  /** The options as settings, for a stack that takes free ports unless it is told. */
  Map<Setting, SettingsReader.Option> settingsWithFreePorts() {
    Map<Setting, SettingsReader.Option> options = new EnumMap<>(settings());
    options.computeIfAbsent(
        Setting.HTTP_PORT, port -> new SettingsReader.Option("--http-port", "0"));
    return options;
  }

  /** The broker's port, for a stack that takes a free one unless it is told. */
  int kafkaPortOrFree() {
    return kafkaPort == null ? 0 : kafkaPort;
  }

  /** The registry's port, for a stack that takes a free one unless it is told. */
  int registryPortOrFree() {
    return registryPort == null ? 0 : registryPort;
  }
}
