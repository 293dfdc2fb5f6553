package dev.mooring.cli.command;

import dev.mooring.cli.settings.Setting;
import dev.mooring.cli.settings.Settings;
import dev.mooring.cli.settings.SettingsReader.Option;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;

/** The options by which commands that use a cluster find it, and their settings. */
final class ClusterOptions {

  @picocli.CommandLine.Option(
      names = "--bootstrap",
      paramLabel = "HOST:PORT",
      description = "Kafka brokers. Without any: those of the stack that runs here.")
  private String bootstrap;

  @picocli.CommandLine.Option(
      names = "--registry",
      paramLabel = "URL",
      description = "Schema registry. Without any: that of the stack that runs here.")
  private String registry;

  @Mixin private SettingsOptions common;

  /** The settings of a command that has no options beside these. */
  Settings settings() {
    return settings(Map.of());
  }

  /** The settings, with options that the command has beside these. */
  Settings settings(Map<Setting, Option> further) {
    Map<Setting, Option> options = new EnumMap<>(Setting.class);
    options.putAll(further);
    SettingsOptions.put(options, Setting.BOOTSTRAP_SERVERS, "--bootstrap", bootstrap);
    SettingsOptions.put(options, Setting.REGISTRY_URL, "--registry", registry);
    return common.settings(options);
  }

  /** Tells people, or what collects the log, what goes on. */
  void tell(CommandSpec spec, String what) {
    common.tell(spec, what);
  }

  /** Sends warnings to the log below a data directory, unless they go to standard error. */
  void logBelow(Path directory) {
    common.logBelow(directory);
  }
}
