package dev.mooring.registry;

import static org.apache.kafka.common.config.SslConfigs.SSL_KEYSTORE_LOCATION_CONFIG;
import static org.apache.kafka.common.config.SslConfigs.SSL_KEYSTORE_PASSWORD_CONFIG;
import static org.apache.kafka.common.config.SslConfigs.SSL_KEY_PASSWORD_CONFIG;
import static org.apache.kafka.common.config.SslConfigs.SSL_TRUSTSTORE_LOCATION_CONFIG;
import static org.apache.kafka.common.config.SslConfigs.SSL_TRUSTSTORE_PASSWORD_CONFIG;

import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.security.UnrecoverableKeyException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.types.Password;

/** Says which setting is wrong when a store of keys or certificates cannot be read. */
final class StoreTrouble {

  private final Map<String, Password> ssl;
  private final List<Throwable> causes;

  private StoreTrouble(Map<String, Password> ssl, Throwable failure) {
    this.ssl = ssl;
    this.causes = TlsTrouble.causes(failure).toList();
  }

  /**
   * The failure, told by the names of settings.
   *
   * @param ssl what was set
   */
  static ConfigException told(Map<String, Password> ssl, Exception failure) {
    if (failure instanceof ConfigException told) {
      return told;
    }
    ConfigException told = new ConfigException(new StoreTrouble(ssl, failure).message());
    told.initCause(failure);
    return told;
  }

  private String message() {
    if (has(NoSuchFileException.class)) {
      return key(location()) + ": there is no file " + value(location());
    }
    if (has(AccessDeniedException.class)) {
      return key(location()) + ": the file " + value(location()) + " may not be read";
    }
    if (says("password was incorrect")) {
      String password =
          location().equals(SSL_KEYSTORE_LOCATION_CONFIG)
              ? SSL_KEYSTORE_PASSWORD_CONFIG
              : SSL_TRUSTSTORE_PASSWORD_CONFIG;
      return key(password) + ": is not the password of " + value(location());
    }
    if (has(UnrecoverableKeyException.class)) {
      return key(SSL_KEY_PASSWORD_CONFIG) + ": is not the password of the key";
    }
    return RegistryConfig.SSL_PREFIX
        + "ssl.*: "
        + causes.stream()
            .map(cause -> cause.getMessage() == null ? cause.toString() : cause.getMessage())
            .distinct()
            .collect(Collectors.joining(": "));
  }

  /** The setting whose file the failure speaks of. */
  private String location() {
    String keys = value(SSL_KEYSTORE_LOCATION_CONFIG);
    return !keys.isEmpty() && says(keys.toLowerCase(Locale.ROOT))
        ? SSL_KEYSTORE_LOCATION_CONFIG
        : SSL_TRUSTSTORE_LOCATION_CONFIG;
  }

  private String value(String name) {
    Password value = ssl.get(name);
    return value == null ? "" : value.value();
  }

  private static String key(String name) {
    return RegistryConfig.SSL_PREFIX + name;
  }

  private boolean has(Class<? extends Throwable> type) {
    return causes.stream().anyMatch(type::isInstance);
  }

  private boolean says(String part) {
    return causes.stream()
        .anyMatch(
            cause ->
                cause.getMessage() != null
                    && cause.getMessage().toLowerCase(Locale.ROOT).contains(part));
  }
}
