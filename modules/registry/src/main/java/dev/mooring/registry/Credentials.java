package dev.mooring.registry;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.types.Password;

/**
 * Who asks: basic authentication from {@code basic.auth.user.info} or from the URL, or a bearer
 * token.
 */
record Credentials(Optional<Password> authorization) {

  static final String BASIC_SOURCE = "basic.auth.credentials.source";
  static final String USER_INFO = "basic.auth.user.info";
  static final String BEARER_SOURCE = "bearer.auth.credentials.source";
  static final String TOKEN = "bearer.auth.token";

  static Credentials from(Map<String, ?> settings, List<URI> urls) {
    Optional<String> bearer = text(settings, BEARER_SOURCE);
    if (bearer.isPresent()) {
      return new Credentials(Optional.of(bearer(bearer.get(), settings)));
    }
    String source = text(settings, BASIC_SOURCE).orElse("URL");
    return switch (source) {
      case "URL" -> new Credentials(fromUrl(urls).map(Credentials::basic));
      case "USER_INFO" -> new Credentials(Optional.of(basic(required(settings, USER_INFO))));
      default -> throw new ConfigException(BASIC_SOURCE, source, "should be USER_INFO or URL");
    };
  }

  private static Optional<String> fromUrl(List<URI> urls) {
    return urls.stream().filter(url -> url.getUserInfo() != null).findFirst().map(URI::getUserInfo);
  }

  private static Password bearer(String source, Map<String, ?> settings) {
    if (!source.equals("STATIC_TOKEN")) {
      throw new ConfigException(BEARER_SOURCE, source, "should be STATIC_TOKEN");
    }
    return new Password("Bearer " + required(settings, TOKEN));
  }

  private static Password basic(String userInfo) {
    if (userInfo.indexOf(':') < 0) {
      throw new ConfigException(USER_INFO + ": should be USER:PASSWORD");
    }
    byte[] bytes = userInfo.getBytes(StandardCharsets.UTF_8);
    return new Password("Basic " + Base64.getEncoder().encodeToString(bytes));
  }

  private static String required(Map<String, ?> settings, String key) {
    return text(settings, key)
        .orElseThrow(
            () -> new ConfigException(key + ": is missing, the credentials' source needs it"));
  }

  private static Optional<String> text(Map<String, ?> settings, String key) {
    return Optional.<Object>ofNullable(settings.get(key))
        .map(value -> value instanceof Password secret ? secret.value() : value.toString().strip())
        .filter(value -> !value.isEmpty());
  }
}
