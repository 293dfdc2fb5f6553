package dev.mooring.cli.settings;

import dev.mooring.contract.Suggestions;
import dev.mooring.devstack.RunningStack;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.UnaryOperator;

/**
 * Brings the sources of settings together. A value of an earlier source is taken before one of a
 * later: options, environment, settings file, running stack, defaults.
 *
 * <p>All sources are checked, also where an earlier one wins, and all problems are told at once.
 */
public final class SettingsReader {

  /** The settings file that is read when it lies in the current directory. */
  public static final Path DEFAULT_FILE = Path.of("mooring.properties");

  /** From the strongest to the weakest source. */
  private final List<Given> all = new ArrayList<>();

  private final Map<String, String> environment = new HashMap<>();

  private record Given(String key, String value, String origin) {}

  /** Starts with the strongest source: the options of the command line, by option. */
  public SettingsReader(Map<Setting, Option> options) {
    options.forEach(
        (setting, option) -> take(setting.key(), option.value(), "option " + option.name()));
  }

  /** An option as it was given. */
  public record Option(String name, String value) {}

  /** Adds the variables of the environment that begin with {@code MOORING_}. */
  public SettingsReader environment(Map<String, String> variables) {
    environment.putAll(variables);
    variables.forEach(
        (variable, value) -> {
          if (EnvironmentNames.isSetting(variable)) {
            take(EnvironmentNames.key(variable), value, "environment " + variable);
          }
        });
    return this;
  }

  /** Adds a settings file. */
  public SettingsReader file(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new SettingsException("settings file " + file + ": there is no such file");
    }
    return properties(file, "file " + file);
  }

  /** Adds where the stack can be reached that runs in a directory, if one does. */
  public SettingsReader stack(Path directory) {
    RunningStack.find(directory)
        .ifPresent(
            stack -> {
              String origin = "stack in " + directory;
              take(Setting.BOOTSTRAP_SERVERS.key(), stack.bootstrapServers(), origin);
              take(Setting.REGISTRY_URL.key(), stack.registryUrl(), origin);
            });
    return this;
  }

  /**
   * Adds the defaults, looks up what values refer to, and checks all.
   *
   * @throws SettingsException naming everything that is wrong
   */
  public Settings read() {
    Map<String, Value> values = new HashMap<>();
    List<String> problems = new ArrayList<>();
    References references = new References(environment);
    for (Given given : all) {
      try {
        String value = references.resolve(given.value());
        problem(given.key(), value, given.value())
            .ifPresent(problem -> problems.add(problem + " (" + given.origin() + ")"));
        values.putIfAbsent(
            given.key(), new Value(given.key(), value, given.value(), given.origin()));
      } catch (IllegalArgumentException missing) {
        problems.add(given.key() + ": " + missing.getMessage() + " (" + given.origin() + ")");
      }
    }
    if (!problems.isEmpty()) {
      throw new SettingsException(problems);
    }
    for (Setting setting : Setting.values()) {
      setting
          .defaultValue()
          .ifPresent(
              value ->
                  values.putIfAbsent(setting.key(), new Value(setting.key(), value, "default")));
    }
    return new Settings(values);
  }

  private SettingsReader properties(Path file, String origin) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    } catch (IOException | IllegalArgumentException unreadable) {
      throw new SettingsException(origin + ": cannot be read: " + unreadable.getMessage());
    }
    for (String key : properties.stringPropertyNames()) {
      take(key, properties.getProperty(key).strip(), origin);
    }
    return this;
  }

  private void take(String key, String value, String origin) {
    all.add(new Given(key, value, origin));
  }

  private static Optional<String> problem(String key, String value, String given) {
    Optional<Setting> setting = Setting.ofKey(key);
    if (setting.isPresent()) {
      return setting.get().problem(value, new Value(key, value, given, "").shown());
    }
    return PassThrough.of(key).map(to -> to.problem(key)).orElseGet(() -> unknown(key));
  }

  private static Optional<String> unknown(String key) {
    List<String> keys = Arrays.stream(Setting.values()).map(Setting::key).toList();
    UnaryOperator<String> hint = near -> "; did you mean " + near + "?";
    return Optional.of(
        key
            + ": no such setting"
            + Suggestions.nearest(key, keys).stream()
                .findFirst()
                .map(hint)
                .orElse("; docs/cli.md lists them"));
  }
}
