package dev.mooring.registry;

import static org.apache.kafka.common.config.SslConfigs.SSL_CIPHER_SUITES_CONFIG;
import static org.apache.kafka.common.config.SslConfigs.SSL_ENABLED_PROTOCOLS_CONFIG;

import java.net.http.HttpClient;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;

/**
 * Whom a client of a registry trusts and how it proves who it is.
 *
 * @param parameters empty to leave versions and ciphers to the JDK
 */
record Tls(SSLContext context, Optional<SSLParameters> parameters) {

  /**
   * Empty without settings: then the JDK's own trust store counts. Where nothing is asked by https,
   * a context that trusts nobody: the client of the JDK would read that store for nothing, which
   * takes a tenth of a second when all is cold.
   *
   * @throws ConfigException naming the key, when a store cannot be read
   */
  static Optional<Tls> of(RegistryConfig config) {
    if (!config.asksByHttps()) {
      return Optional.of(new Tls(trustingNobody(), Optional.empty()));
    }
    if (config.ssl().isEmpty()) {
      return Optional.empty();
    }
    TlsSettings settings = TlsSettings.of(config.ssl());
    try (TlsStores stores = new TlsStores(settings)) {
      SSLContext context = settings.checksHostName() ? stores.context() : stores.anyNameContext();
      return Optional.of(new Tls(context, parameters(settings)));
    } catch (KafkaException | GeneralSecurityException e) {
      throw StoreTrouble.told(config.ssl(), e);
    }
  }

  void applyTo(HttpClient.Builder builder) {
    builder.sslContext(context);
    parameters.ifPresent(builder::sslParameters);
  }

  /** Only what was set: the client of the JDK has defaults of its own. */
  private static Optional<SSLParameters> parameters(TlsSettings settings) {
    if (!settings.sets(Set.of(SSL_ENABLED_PROTOCOLS_CONFIG, SSL_CIPHER_SUITES_CONFIG))) {
      return Optional.empty();
    }
    SSLParameters parameters = new SSLParameters();
    texts(settings, SSL_ENABLED_PROTOCOLS_CONFIG).ifPresent(parameters::setProtocols);
    texts(settings, SSL_CIPHER_SUITES_CONFIG).ifPresent(parameters::setCipherSuites);
    return Optional.of(parameters);
  }

  private static Optional<String[]> texts(TlsSettings settings, String key) {
    return settings.sets(Set.of(key)) && settings.parsed().get(key) instanceof List<?> list
        ? Optional.of(list.stream().map(Object::toString).toArray(String[]::new))
        : Optional.empty();
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
