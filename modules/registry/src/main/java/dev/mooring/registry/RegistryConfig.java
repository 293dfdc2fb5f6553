package dev.mooring.registry;

import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.types.Password;

/**
 * How to reach a schema registry. It prints no secret.
 *
 * @param urls base URLs of one registry, tried in turn; without credentials
 * @param credentials who asks
 * @param headers what is sent along with every request besides
 * @param ssl settings of TLS by Kafka's names ({@code ssl.truststore.location}, ...)
 * @param maxRetries how often a request is tried again after the first time
 * @param retryWait wait before the first retry; it doubles from there
 * @param retryMaxWait the longest wait
 * @param connectTimeout how long a connection may take
 * @param readTimeout how long a whole answer may take
 */
public record RegistryConfig(
    List<URI> urls,
    Credentials credentials,
    Map<String, String> headers,
    Map<String, Password> ssl,
    int maxRetries,
    Duration retryWait,
    Duration retryMaxWait,
    Duration connectTimeout,
    Duration readTimeout) {

  /** Key of the comma list of base URLs. */
  public static final String URL = "schema.registry.url";

  static final String SSL_PREFIX = "schema.registry.";

  private static final String MAX_RETRIES = "max.retries";
  private static final String RETRY_WAIT = "retries.wait.ms";
  private static final String RETRY_MAX_WAIT = "retries.max.wait.ms";
  private static final String CONNECT_TIMEOUT = "http.connect.timeout.ms";
  private static final String READ_TIMEOUT = "http.read.timeout.ms";

  private static final ConfigDef KEYS =
      new ConfigDef()
          .define(URL, ConfigDef.Type.LIST, Importance.HIGH, "base URLs of the schema registry")
          .define(MAX_RETRIES, ConfigDef.Type.INT, 3, Range.atLeast(0), Importance.LOW, "retries")
          .define(
              RETRY_WAIT, ConfigDef.Type.INT, 1_000, Range.atLeast(0), Importance.LOW, "first wait")
          .define(
              RETRY_MAX_WAIT,
              ConfigDef.Type.INT,
              20_000,
              Range.atLeast(0),
              Importance.LOW,
              "longest wait")
          .define(
              CONNECT_TIMEOUT,
              ConfigDef.Type.INT,
              10_000,
              Range.atLeast(1),
              Importance.LOW,
              "to connect")
          .define(
              READ_TIMEOUT,
              ConfigDef.Type.INT,
              20_000,
              Range.atLeast(1),
              Importance.LOW,
              "to answer");

  public RegistryConfig {
    urls = List.copyOf(urls);
    if (urls.isEmpty()) {
      throw new ConfigException(URL, "", "should be at least one URL");
    }
    Objects.requireNonNull(credentials, "credentials");
    headers = Map.copyOf(headers);
    ssl = Map.copyOf(ssl);
  }

  /** Every key that is read. */
  public static Set<String> keys() {
    Set<String> keys = new TreeSet<>(KEYS.names());
    keys.addAll(CredentialSettings.KEYS);
    TlsSettings.names().forEach(name -> keys.add(SSL_PREFIX + name));
    return Collections.unmodifiableSet(keys);
  }

  /**
   * Reads Confluent's configuration keys and passes over all others.
   *
   * @throws ConfigException naming the key, when it is missing or wrong
   */
  public static RegistryConfig from(Map<String, ?> settings) {
    Map<String, Object> parsed = KEYS.parse(settings);
    List<URI> urls =
        ((List<?>) parsed.get(URL)).stream().map(url -> Urls.parse(URL, url.toString())).toList();
    CredentialSettings who = new CredentialSettings(settings);
    return new RegistryConfig(
        urls.stream().map(Urls::withoutUser).distinct().toList(),
        who.credentials(urls),
        who.headers(),
        sslSettings(settings),
        (int) parsed.get(MAX_RETRIES),
        Duration.ofMillis((int) parsed.get(RETRY_WAIT)),
        Duration.ofMillis((int) parsed.get(RETRY_MAX_WAIT)),
        Duration.ofMillis((int) parsed.get(CONNECT_TIMEOUT)),
        Duration.ofMillis((int) parsed.get(READ_TIMEOUT)));
  }

  /** Whether anything is asked over TLS: a registry, or who issues tokens. */
  boolean asksByHttps() {
    return urls.stream().anyMatch(Urls::isHttps)
        || (credentials instanceof Credentials.Client client && Urls.isHttps(client.issuer()));
  }

  private static Map<String, Password> sslSettings(Map<String, ?> settings) {
    Map<String, Password> ssl = new TreeMap<>();
    settings.forEach(
        (key, value) -> {
          if (key.startsWith(SSL_PREFIX + "ssl.") && value != null) {
            ssl.put(
                key.substring(SSL_PREFIX.length()),
                value instanceof Password secret ? secret : new Password(value.toString()));
          }
        });
    return ssl;
  }
}
