package dev.mooring.registry;

import static org.apache.kafka.common.config.SslConfigs.SSL_KEYSTORE_PASSWORD_CONFIG;
import static org.apache.kafka.common.config.SslConfigs.SSL_KEYSTORE_TYPE_CONFIG;
import static org.apache.kafka.common.config.SslConfigs.SSL_KEY_PASSWORD_CONFIG;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.stream.Stream;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.apache.kafka.common.config.types.Password;
import org.apache.kafka.common.security.ssl.DefaultSslEngineFactory;

/** Stores of keys and certificates, read as a client of Kafka reads them. */
final class TlsStores implements AutoCloseable {

  private final TlsSettings settings;
  private final DefaultSslEngineFactory kafka = new DefaultSslEngineFactory();

  TlsStores(TlsSettings settings) {
    this.settings = settings;
    kafka.configure(settings.parsed());
  }

  SSLContext context() {
    return kafka.sslContext();
  }

  /** The same, but for a server of any name. */
  SSLContext anyNameContext() throws GeneralSecurityException {
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(kafka.truststore());
    TrustManager[] anyName =
        Stream.of(trust.getTrustManagers())
            .map(manager -> new AnyNameTrustManager((X509TrustManager) manager))
            .toArray(TrustManager[]::new);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys(), anyName, null);
    return context;
  }

  private KeyManager[] keys() throws GeneralSecurityException {
    KeyStore store = kafka.keystore();
    if (store == null) {
      return new KeyManager[0];
    }
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, keyPassword());
    return keys.getKeyManagers();
  }

  /** A key of PEM has its own password or none; one in a store may share that of the store. */
  private char[] keyPassword() {
    Password own = (Password) settings.parsed().get(SSL_KEY_PASSWORD_CONFIG);
    boolean pem =
        DefaultSslEngineFactory.PEM_TYPE.equalsIgnoreCase(
            (String) settings.parsed().get(SSL_KEYSTORE_TYPE_CONFIG));
    Password shared = pem ? null : (Password) settings.parsed().get(SSL_KEYSTORE_PASSWORD_CONFIG);
    Password password = own == null ? shared : own;
    return password == null ? null : password.value().toCharArray();
  }

  @Override
  public void close() {
    kafka.close();
  }
}
