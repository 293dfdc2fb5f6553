package dev.mooring.cli.settings;

import java.util.regex.Pattern;

/**
 * A value and where it comes from.
 *
 * @param key the name in a settings file
 * @param value what is in force
 * @param given as it was given: may refer to a file or a variable that holds the value
 * @param origin for people: {@code option --bootstrap}, {@code environment MOORING_REGISTRY_URL},
 *     {@code file mooring.properties}, {@code stack .mooring/stack.properties}, {@code default}
 */
public record Value(String key, String value, String given, String origin) {

  private static final String MASK = "********";
  private static final Pattern SECRET =
      Pattern.compile(
          "password|secret|token|user\\.?info|credential|jaas\\.config|keystore\\.key|private\\.key"
              + "|api\\.?key");

  /** To the last @, for a password may hold any character. */
  private static final Pattern USER_IN_URL = Pattern.compile("//\\S*@");

  /** A value that was given as it is. */
  public Value(String key, String value, String origin) {
    this(key, value, value, origin);
  }

  /**
   * The value as it may be shown: passwords, tokens and users in URLs are masked, wherever they
   * come from; of a value that is kept elsewhere the place is shown.
   */
  public String shown() {
    if (References.isAll(given)) {
      return given;
    }
    return SECRET.matcher(key).find()
        ? MASK
        : USER_IN_URL.matcher(given).replaceAll("//" + MASK + "@");
  }

  /** It prints no secret. */
  @Override
  public String toString() {
    return key + "=" + shown() + " (" + origin + ")";
  }
}
