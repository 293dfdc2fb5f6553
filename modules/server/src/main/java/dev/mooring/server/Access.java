package dev.mooring.server;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.javalin.http.Context;
import java.net.URI;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Who may do what, and under which names the server may be called.
 *
 * <p>A server on the loopback address without tokens trusts whoever reaches it. Pages of other
 * sites reach it too, through the browser of whoever looks at them: by a name of their own that
 * they point at it (so the Host header is checked), or by plain cross-site requests (so the origin
 * is).
 */
final class Access {

  private static final Set<String> LOOPBACK_NAMES =
      Set.of("localhost", "127.0.0.1", "[::1]", "ip6-localhost");
  private static final String BEARER = "bearer ";

  private final ServerConfig config;

  Access(ServerConfig config) {
    this.config = config;
  }

  /** Refuses requests that came by a name that is not the server's. */
  void checkHost(Context ctx) {
    String host = ctx.header("Host");
    String name = host == null ? "" : withoutPort(host).toLowerCase(Locale.ROOT);
    if (config.knownByName() && !LOOPBACK_NAMES.contains(name) && !config.hosts().contains(name)) {
      throw HttpProblem.of(
          421,
          "Misdirected request",
          "Host: '" + name + "', should be localhost, 127.0.0.1 or one of http.hosts");
    }
  }

  /** Refuses callers that may not do this, and pages of other sites that would publish. */
  void require(Context ctx, Role role) {
    if (!config.tokens().isEmpty()) {
      requireToken(ctx, role);
    }
    if (role == Role.PUBLISH) {
      requireSameOrigin(ctx);
    }
  }

  /** Whether the caller may do something. */
  boolean may(Context ctx, Role role) {
    return config.tokens().isEmpty()
        || bearer(ctx)
            .flatMap(this::token)
            .filter(token -> token.role().includes(role))
            .isPresent();
  }

  private void requireToken(Context ctx, Role role) {
    Optional<Token> token = bearer(ctx).flatMap(this::token);
    if (token.isEmpty()) {
      throw HttpProblem.of(
              401, "Unauthorized", "Authorization: should be Bearer and a token of this server")
          .header("WWW-Authenticate", "Bearer realm=\"mooring\"");
    }
    if (!token.get().role().includes(role)) {
      throw HttpProblem.of(
          403, "Forbidden", "the token is for reading, should be one with the role publish");
    }
  }

  private static void requireSameOrigin(Context ctx) {
    String origin = ctx.header("Origin");
    if (origin != null && !authority(origin).equalsIgnoreCase(ctx.header("Host"))) {
      throw HttpProblem.of(
          403, "Forbidden", "Origin: '" + origin + "', should be that of this server");
    }
  }

  /** All tokens are looked at, each in constant time: how long it takes tells nothing. */
  private Optional<Token> token(String secret) {
    byte[] hash = Token.hash(secret).getBytes(US_ASCII);
    Token found = null;
    for (Token token : config.tokens()) {
      found = MessageDigest.isEqual(hash, token.sha256().getBytes(US_ASCII)) ? token : found;
    }
    return Optional.ofNullable(found);
  }

  private static Optional<String> bearer(Context ctx) {
    String header = ctx.header("Authorization");
    boolean is = header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length());
    return is ? Optional.of(header.substring(BEARER.length()).strip()) : Optional.empty();
  }

  private static String authority(String origin) {
    try {
      return String.valueOf(URI.create(origin).getAuthority());
    } catch (IllegalArgumentException malformed) {
      return "";
    }
  }

  private static String withoutPort(String host) {
    int colon = host.lastIndexOf(':');
    return colon > host.lastIndexOf(']') ? host.substring(0, colon) : host;
  }
}
