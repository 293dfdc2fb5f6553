package dev.mooring.cli.settings;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** How settings are called in the environment: {@code MOORING_} and the key in capitals. */
final class EnvironmentNames {

  private static final String PREFIX = "MOORING_";

  /** Read by the launcher or before the settings are. */
  private static final Set<String> NOT_SETTINGS =
      Set.of("MOORING_CACHE", "MOORING_CONFIG", "MOORING_HOME", "MOORING_JAVA_OPTS");

  /** Kubernetes puts these into every pod beside a service that is called mooring. */
  private static final Pattern OF_KUBERNETES = Pattern.compile("MOORING_(SERVICE|PORT)(_.*)?");

  private EnvironmentNames() {}

  static String variable(String key) {
    return PREFIX + key.toUpperCase(Locale.ROOT).replace('.', '_');
  }

  /** The key of a variable; variables hold no dots, and no key holds an underscore. */
  static String key(String variable) {
    return variable.substring(PREFIX.length()).toLowerCase(Locale.ROOT).replace('_', '.');
  }

  static boolean isSetting(String variable) {
    return variable.startsWith(PREFIX)
        && !NOT_SETTINGS.contains(variable)
        && !OF_KUBERNETES.matcher(variable).matches();
  }
}
