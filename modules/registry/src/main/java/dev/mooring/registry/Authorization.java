package dev.mooring.registry;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.common.config.types.Password;

/** What goes into the header of that name. Safe for several threads. */
final class Authorization {

  private static final String HIDDEN = "[hidden]";

  private final Credentials credentials;
  private final AccessTokens tokens;

  Authorization(Credentials credentials, Http http, InstantSource clock) {
    this.credentials = credentials;
    this.tokens =
        credentials instanceof Credentials.Client client
            ? new AccessTokens(client, new TokenIssuer(client, http), clock)
            : null;
  }

  /**
   * The header's value for a registry, if it gets any.
   *
   * @throws IOException when a token is needed and its issuer cannot give one now
   * @throws RegistryAccessException when the issuer refuses
   */
  Optional<Password> header(URI registry) throws IOException, InterruptedException {
    return switch (credentials) {
      case Credentials.Anonymous none -> Optional.empty();
      case Credentials.Basic basic ->
          Optional.ofNullable(basic.users().get(registry)).map(Authorization::basic);
      case Credentials.Token given -> Optional.of(bearer(given.token()));
      case Credentials.Client client -> Optional.of(bearer(tokens.current()));
    };
  }

  /** Whether another attempt has a chance after a registry refused this value: with a new token. */
  boolean renews(Optional<Password> refused) {
    if (tokens == null || refused.isEmpty()) {
      return false;
    }
    tokens.drop(refused.get());
    return true;
  }

  /** A text from elsewhere without the secrets that are known here: it may be an echo. */
  String hide(String text) {
    String hidden = text;
    for (String secret : secrets()) {
      hidden = secret.isEmpty() ? hidden : hidden.replace(secret, HIDDEN);
    }
    return hidden;
  }

  private List<String> secrets() {
    return switch (credentials) {
      case Credentials.Anonymous none -> List.of();
      case Credentials.Basic basic ->
          basic.users().values().stream().flatMap(Authorization::parts).toList();
      case Credentials.Token given -> List.of(given.token().value());
      case Credentials.Client client ->
          Stream.concat(Stream.of(client.secret()), tokens.known().stream())
              .map(Password::value)
              .toList();
    };
  }

  private static Stream<String> parts(Password user) {
    String text = user.value();
    return Stream.of(encoded(text), text, text.substring(text.indexOf(':') + 1));
  }

  /** Whether a text can stand in the header: visible ASCII without spaces. */
  static boolean isToken(String text) {
    return !text.isEmpty() && text.chars().allMatch(each -> each > ' ' && each < 0x7f);
  }

  static Password basic(Password user) {
    return new Password("Basic " + encoded(user.value()));
  }

  static Password bearer(Password token) {
    return new Password("Bearer " + token.value());
  }

  private static String encoded(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
