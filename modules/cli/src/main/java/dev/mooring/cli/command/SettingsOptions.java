package dev.mooring.cli.command;

import dev.mooring.cli.CommandException;
import dev.mooring.cli.Logging;
import dev.mooring.cli.Surroundings;
import dev.mooring.cli.settings.OAuthPlaces;
import dev.mooring.cli.settings.Setting;
import dev.mooring.cli.settings.Settings;
import dev.mooring.cli.settings.SettingsReader;
import dev.mooring.cli.settings.SettingsReader.Option;
import dev.mooring.contract.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** The options by which every command finds its settings. */
final class SettingsOptions {

  /** Where {@code demo} keeps its data, below the data directory. */
  static final String DEMO_DIRECTORY = "demo";

  private final Surroundings surroundings;

  @picocli.CommandLine.Option(
      names = "--config",
      paramLabel = "FILE",
      description =
          "Settings file; default: MOORING_CONFIG, or mooring.properties in the current directory.")
  private Path config;

  @picocli.CommandLine.Option(
      names = {"-v", "--verbose"},
      description = "Show warnings of the libraries, and stack traces.")
  private boolean verbose;

  /** Known once the settings were read. */
  private boolean json;

  SettingsOptions(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /** The settings, with options that the command has beside these. */
  Settings settings(Map<Setting, Option> options) {
    SettingsReader reader = new SettingsReader(options).environment(surroundings.environment());
    file().ifPresent(reader::file);
    // The stack's note lies where these settings say, so they are read without it first.
    Path dataDir = surroundings.resolve(reader.read().path(Setting.DATA_DIR));
    Settings settings = reader.stack(dataDir).stack(dataDir.resolve(DEMO_DIRECTORY)).read();
    OAuthPlaces.allow(settings);
    json = settings.text(Setting.LOG_FORMAT).equals("json");
    if (verbose) {
      Logging.toStandardError(json);
    }
    return settings;
  }

  /** Sends warnings to the log below a data directory, unless they go to standard error. */
  void logBelow(Path directory) {
    if (verbose) {
      return;
    }
    Path logs = directory.resolve("logs");
    try {
      PrivateFiles.createDirectories(logs);
    } catch (IOException unusable) {
      throw new CommandException(logs + " cannot be made: " + unusable.getMessage(), unusable);
    }
    Logging.toFile(logs.resolve("mooring.log"), json);
  }

  /** Tells people, or what collects the log, what goes on. */
  void tell(CommandSpec spec, String what) {
    spec.commandLine().getErr().println(Logging.line(what, json, surroundings.clock().instant()));
  }

  static void put(Map<Setting, Option> options, Setting setting, String name, Object value) {
    if (value != null) {
      options.put(setting, new Option(name, value.toString()));
    }
  }

  private Optional<Path> file() {
    if (config != null) {
      return Optional.of(surroundings.resolve(config));
    }
    String variable = surroundings.environment().get("MOORING_CONFIG");
    if (variable != null) {
      return Optional.of(surroundings.resolve(Path.of(variable)));
    }
    return Optional.of(surroundings.resolve(SettingsReader.DEFAULT_FILE)).filter(Files::exists);
  }
}
