package dev.mooring.cli.settings;

import java.net.URI;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What a value must look like. */
enum Check {
  TEXT("a text that is not empty"),
  HOSTS_AND_PORTS("HOST:PORT, several with commas between"),
  URLS("http(s)://HOST:PORT/PATH, several with commas between"),
  PORT("a port from 0 to 65535"),
  AT_LEAST_ONE("a whole number, at least 1"),
  REPLICATION("-1, or a whole number from 1 to 32767"),
  URI_REFERENCE("a URI reference"),
  UNKNOWN_CITIES("refuse or accept"),
  LOG_FORMAT("text or json"),
  TRUE_OR_FALSE("true or false"),
  STORE("heap or rocksdb"),
  ROCKSDB_MEMORY("a whole number of megabytes, from 16 to 1048576"),
  TOKENS("NAME:read|publish:SHA256, several with commas between");

  private static final Pattern HOST_AND_PORT = Pattern.compile("(?<host>[^\\s,]+):(?<port>\\d+)");

  private static final Pattern TOKEN = Pattern.compile("[^\\s:,]+:(?:read|publish):[0-9a-f]{64}");

  private final String right;

  Check(String right) {
    this.right = right;
  }

  /** What would be right, when the value is not. */
  Optional<String> problem(String value) {
    return holds(value) ? Optional.empty() : Optional.of(right);
  }

  private boolean holds(String value) {
    return switch (this) {
      case TEXT -> !value.isBlank();
      case HOSTS_AND_PORTS -> each(value, Check::isHostAndPort);
      case URLS -> each(value, Check::isHttpUrl);
      case PORT -> isWhole(value, 0, 65_535);
      case AT_LEAST_ONE -> isWhole(value, 1, Integer.MAX_VALUE);
      case REPLICATION -> value.equals("-1") || isWhole(value, 1, Short.MAX_VALUE);
      case URI_REFERENCE -> isUri(value);
      case TOKENS -> each(value, text -> TOKEN.matcher(text).matches());
      case STORE -> value.equals("heap") || value.equals("rocksdb");
      case ROCKSDB_MEMORY -> isWhole(value, 16, 1 << 20);
      case LOG_FORMAT -> value.equals("text") || value.equals("json");
      case TRUE_OR_FALSE -> value.equals("true") || value.equals("false");
      case UNKNOWN_CITIES -> value.equals("refuse") || value.equals("accept");
    };
  }

  private static boolean each(String value, Predicate<String> one) {
    return Arrays.stream(value.split(",", -1)).map(String::strip).allMatch(one);
  }

  private static boolean isHostAndPort(String value) {
    var matcher = HOST_AND_PORT.matcher(value);
    return matcher.matches() && isWhole(matcher.group("port"), 1, 65_535);
  }

  private static boolean isHttpUrl(String value) {
    try {
      URI uri = URI.create(value);
      return uri.getHost() != null
          && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()));
    } catch (IllegalArgumentException notUri) {
      return false;
    }
  }

  private static boolean isUri(String value) {
    try {
      return !URI.create(value).toString().isEmpty();
    } catch (IllegalArgumentException notUri) {
      return false;
    }
  }

  private static boolean isWhole(String value, long least, long most) {
    try {
      long number = Long.parseLong(value);
      return number >= least && number <= most;
    } catch (NumberFormatException notNumber) {
      return false;
    }
  }
}
