package dev.mooring.registry;

import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.SslConfigs;
import org.apache.kafka.common.security.ssl.DefaultSslEngineFactory;

/** Whom a client of a registry trusts, by the same settings as those of a broker. */
final class Ssl {

  private Ssl() {}

  /**
   * Empty without settings: then the JDK's own trust store counts. Where nothing is asked by https,
   * a context that trusts nobody: the client of the JDK would read that store for nothing, which
   * takes a tenth of a second when all is cold.
   */
  static Optional<SSLContext> context(RegistryConfig config) {
    if (config.ssl().isEmpty()) {
      boolean https =
          config.urls().stream().anyMatch(url -> "https".equalsIgnoreCase(url.getScheme()));
      return https ? Optional.empty() : Optional.of(trustingNobody());
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

  private static SSLContext trustingNobody() {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[0], null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the JDK has no TLS", e);
    }
  }
}
