package dev.mooring.registry;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.types.Password;

/** Reads credentials from settings by Confluent's names. */
final class CredentialSettings {

  static final String BASIC_SOURCE = "basic.auth.credentials.source";
  static final String USER_INFO = "basic.auth.user.info";
  static final String BEARER_SOURCE = "bearer.auth.credentials.source";
  static final String TOKEN = "bearer.auth.token";
  static final String ISSUER = "bearer.auth.issuer.endpoint.url";
  static final String CLIENT_ID = "bearer.auth.client.id";
  static final String CLIENT_SECRET = "bearer.auth.client.secret";

  private static final String SCOPE = "bearer.auth.scope";
  private static final String RENEW_BEFORE = "bearer.auth.cache.expiry.buffer.seconds";
  private static final String LOGICAL_CLUSTER = "bearer.auth.logical.cluster";
  private static final String IDENTITY_POOL = "bearer.auth.identity.pool.id";
  private static final String DEFAULT_RENEW_BEFORE = "300";

  /** Every key that is read. */
  static final Set<String> KEYS =
      Set.of(
          BASIC_SOURCE,
          USER_INFO,
          BEARER_SOURCE,
          TOKEN,
          ISSUER,
          CLIENT_ID,
          CLIENT_SECRET,
          SCOPE,
          RENEW_BEFORE,
          LOGICAL_CLUSTER,
          IDENTITY_POOL);

  private final Map<String, ?> settings;

  CredentialSettings(Map<String, ?> settings) {
    this.settings = settings;
  }

  /**
   * The credentials for a registry.
   *
   * @param urls its base URLs, which may name users
   */
  Credentials credentials(List<URI> urls) {
    Optional<String> bearer = text(BEARER_SOURCE);
    Optional<String> basic = text(BASIC_SOURCE);
    if (bearer.isPresent() && basic.isPresent()) {
      throw new ConfigException(
          BEARER_SOURCE + " and " + BASIC_SOURCE + " are both set, should be one of them");
    }
    return bearer.map(this::bearer).orElseGet(() -> basic(basic.orElse("URL"), urls));
  }

  /** What a registry in a cloud wants to know besides: which one is meant, and as whom. */
  Map<String, String> headers() {
    Map<String, String> headers = new HashMap<>();
    text(LOGICAL_CLUSTER).ifPresent(cluster -> headers.put("target-sr-cluster", cluster));
    text(IDENTITY_POOL).ifPresent(pool -> headers.put("Confluent-Identity-Pool-Id", pool));
    return headers;
  }

  private Credentials basic(String source, List<URI> urls) {
    Map<URI, Password> users = new HashMap<>();
    switch (source) {
      case "URL" ->
          urls.stream()
              .filter(url -> url.getUserInfo() != null)
              .forEach(url -> users.put(Urls.withoutUser(url), user(url.getUserInfo())));
      case "USER_INFO" -> {
        Password user = user(required(USER_INFO));
        urls.forEach(url -> users.put(Urls.withoutUser(url), user));
      }
      default -> throw new ConfigException(BASIC_SOURCE, source, "should be USER_INFO or URL");
    }
    return users.isEmpty() ? new Credentials.Anonymous() : new Credentials.Basic(users);
  }

  private static Password user(String userInfo) {
    if (userInfo.indexOf(':') < 0) {
      throw new ConfigException(USER_INFO + ": should be USER:PASSWORD");
    }
    return new Password(userInfo);
  }

  private Credentials bearer(String source) {
    return switch (source) {
      case "STATIC_TOKEN" -> new Credentials.Token(token(required(TOKEN)));
      case "OAUTHBEARER" -> client();
      default ->
          throw new ConfigException(
              BEARER_SOURCE, source, "should be STATIC_TOKEN or OAUTHBEARER; no other is known");
    };
  }

  /** It would else be repeated by the JDK, which does not know that it is a secret. */
  private static Password token(String text) {
    if (!Authorization.isToken(text)) {
      throw new ConfigException(
          TOKEN + ": holds characters that no token has, as spaces or breaks");
    }
    return new Password(text);
  }

  private Credentials client() {
    return new Credentials.Client(
        Urls.parse(ISSUER, required(ISSUER)),
        required(CLIENT_ID),
        new Password(required(CLIENT_SECRET)),
        text(SCOPE),
        Duration.ofSeconds(seconds(text(RENEW_BEFORE).orElse(DEFAULT_RENEW_BEFORE))));
  }

  private static int seconds(String text) {
    try {
      int seconds = Integer.parseInt(text);
      if (seconds >= 0) {
        return seconds;
      }
    } catch (NumberFormatException wrong) {
      // told below
    }
    throw new ConfigException(RENEW_BEFORE, text, "should be a number of seconds, 0 or more");
  }

  private String required(String key) {
    return text(key)
        .orElseThrow(
            () -> new ConfigException(key + ": is missing, the credentials' source needs it"));
  }

  private Optional<String> text(String key) {
    return Optional.<Object>ofNullable(settings.get(key))
        .map(value -> value instanceof Password secret ? secret.value() : value.toString())
        .map(String::strip)
        .filter(value -> !value.isEmpty());
  }
}
