package dev.mooring.registry;

import static org.apache.kafka.common.config.SslConfigs.SSL_ENDPOINT_IDENTIFICATION_ALGORITHM_CONFIG;
import static org.apache.kafka.common.config.SslConfigs.SSL_ENGINE_FACTORY_CLASS_CONFIG;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.SslConfigs;
import org.apache.kafka.common.config.types.Password;

/**
 * Settings of TLS by the names that Kafka's clients have.
 *
 * @param set what was set
 * @param parsed those and the defaults of the others, as Kafka types them
 */
record TlsSettings(Map<String, Password> set, Map<String, Object> parsed) {

  private static final ConfigDef KEYS = new ConfigDef();

  static {
    SslConfigs.addClientSslSupport(KEYS);
  }

  /** Names that Kafka does not have are mistakes: who sets one relies on it. */
  static TlsSettings of(Map<String, Password> ssl) {
    Map<String, Object> plain = new HashMap<>();
    ssl.forEach(
        (key, value) -> {
          if (!names().contains(key)) {
            throw new ConfigException(
                RegistryConfig.SSL_PREFIX + key + ": is no setting of TLS that is known here");
          }
          plain.put(key, value.value());
        });
    try {
      return new TlsSettings(ssl, Collections.unmodifiableMap(KEYS.parse(plain)));
    } catch (ConfigException e) {
      throw new ConfigException(RegistryConfig.SSL_PREFIX + "ssl.*: " + e.getMessage());
    }
  }

  /** Names that are known, without the prefix. */
  static Set<String> names() {
    Set<String> names = new TreeSet<>(KEYS.names());
    names.remove(SSL_ENGINE_FACTORY_CLASS_CONFIG);
    return names;
  }

  boolean sets(Set<String> keys) {
    return !Collections.disjoint(set.keySet(), keys);
  }

  /** Whether a certificate has to be for the host that was asked; only "" says that it has not. */
  boolean checksHostName() {
    Password algorithm = set.get(SSL_ENDPOINT_IDENTIFICATION_ALGORITHM_CONFIG);
    if (algorithm == null || algorithm.value().strip().equalsIgnoreCase("https")) {
      return true;
    }
    if (algorithm.value().isBlank()) {
      return false;
    }
    throw new ConfigException(
        RegistryConfig.SSL_PREFIX + SSL_ENDPOINT_IDENTIFICATION_ALGORITHM_CONFIG,
        algorithm.value(),
        "should be https, or nothing to take a certificate for any host name");
  }
}
