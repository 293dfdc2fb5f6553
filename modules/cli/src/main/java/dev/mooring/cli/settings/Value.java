package dev.mooring.cli.settings;

import java.util.regex.Pattern;

/**
 * A value and where it comes from.
 *
 * @param key the name in a settings file
 * @param value as given
 * @param origin for people: {@code option --bootstrap}, {@code environment MOORING_REGISTRY_URL},
 *     {@code file mooring.properties}, {@code stack .mooring/stack.properties}, {@code default}
 */
public record Value(String key, String value, String origin) {

  private static final String MASK = "********";
  private static final Pattern SECRET =
      Pattern.compile(
          "password|secret|token|user\\.?info|credential|jaas\\.config|keystore\\.key|private\\.key");
  private static final Pattern USER_IN_URL = Pattern.compile("//[^/@\\s]+@");

  /** The value as it may be shown: passwords, tokens and users in URLs are masked. */
  public String shown() {
    if (SECRET.matcher(key).find()) {
      return MASK;
    }
    return USER_IN_URL.matcher(value).replaceAll("//" + MASK + "@");
  }
}
