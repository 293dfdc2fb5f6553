package dev.mooring.registry;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.SslConfigs;
import org.apache.kafka.common.security.ssl.DefaultSslEngineFactory;

/** The trust and key stores of a registry, by the same settings as those of a broker. */
final class Ssl {

  private Ssl() {}

  /** Empty without settings: then the JDK's own trust store counts. */
  static Optional<SSLContext> context(RegistryConfig config) {
    if (config.ssl().isEmpty()) {
      return Optional.empty();
    }
    Map<String, Object> plain = new HashMap<>();
    config.ssl().forEach((key, value) -> plain.put(key, value.value()));
    ConfigDef keys = new ConfigDef();
    SslConfigs.addClientSslSupport(keys);
    try (DefaultSslEngineFactory factory = new DefaultSslEngineFactory()) {
      factory.configure(keys.parse(plain));
      return Optional.of(factory.sslContext());
    }
  }
}
