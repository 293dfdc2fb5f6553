package dev.mooring.cli.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Values that are kept elsewhere: <code>${file:/run/secrets/kafka}</code> stands for what a file
 * holds, but for white space around it, and <code>${env:KAFKA_PASSWORD}</code> for a variable of
 * the environment. They are looked up when settings are read, and what they stand for is not looked
 * at again.
 */
final class References {

  private static final Pattern REFERENCE =
      Pattern.compile("\\$\\{(?<kind>file|env):(?<where>[^}]*)}");

  private final Map<String, String> environment;

  References(Map<String, String> environment) {
    this.environment = environment;
  }

  /** Whether a value is nothing but a reference. */
  static boolean isAll(String value) {
    return REFERENCE.matcher(value).matches();
  }

  /**
   * A value with all that it refers to in its place.
   *
   * @throws IllegalArgumentException saying what is not there
   */
  String resolve(String value) {
    return REFERENCE
        .matcher(value)
        .replaceAll(found -> Matcher.quoteReplacement(lookUp(found.group(1), found.group(2))));
  }

  private String lookUp(String kind, String where) {
    return kind.equals("file") ? file(where) : variable(where);
  }

  private static String file(String path) {
    try {
      return Files.readString(Path.of(path)).strip();
    } catch (IOException | IllegalArgumentException unreadable) {
      throw new IllegalArgumentException(
          "${file:%s} should be a file that can be read, and is not (%s)"
              .formatted(path, unreadable.getClass().getSimpleName()),
          unreadable);
    }
  }

  private String variable(String name) {
    String value = environment.get(name);
    if (value == null) {
      throw new IllegalArgumentException(
          "${env:%s} should be a variable of the environment, and is not set".formatted(name));
    }
    return value;
  }
}
