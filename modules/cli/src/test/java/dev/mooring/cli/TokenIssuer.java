package dev.mooring.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Base64;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;

/** An identity provider: gives one client signed tokens, and everybody the key to check them by. */
final class TokenIssuer implements AutoCloseable {

  static final String AUDIENCE = "kafka";
  static final String ISSUER = "urn:test:issuer";

  private static final int MINUTES = 10;

  private final HttpServer server;
  private final RsaJsonWebKey key;
  private final String credentials;

  /** Gives tokens to who shows an id and a secret. */
  TokenIssuer(String clientId, String clientSecret) throws IOException, JoseException {
    credentials =
        "Basic "
            + Base64.getEncoder().encodeToString((clientId + ":" + clientSecret).getBytes(UTF_8));
    key = RsaJwkGenerator.generateJwk(2048);
    key.setKeyId("of-the-test");
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/token", exchange -> answer(exchange, this::token));
    server.createContext("/keys", exchange -> answer(exchange, this::keys));
    server.start();
  }

  String tokenUrl() {
    return url("/token");
  }

  String keysUrl() {
    return url("/keys");
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private String url(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  private interface Answer {
    String of(HttpExchange asked) throws JoseException;
  }

  /** Nothing that may not be known is in an empty answer. */
  private static void answer(HttpExchange exchange, Answer answer) throws IOException {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      byte[] text = answer.of(exchange).getBytes(UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(
          text.length == 0 ? 401 : 200, text.length == 0 ? -1 : text.length);
      exchange.getResponseBody().write(text);
    } catch (JoseException failed) {
      throw new UncheckedIOException(new IOException(failed));
    }
  }

  private String keys(HttpExchange asked) {
    return new JsonWebKeySet(key).toJson();
  }

  private String token(HttpExchange asked) throws JoseException {
    if (!credentials.equals(asked.getRequestHeaders().getFirst("Authorization"))) {
      return "";
    }
    JwtClaims claims = new JwtClaims();
    claims.setIssuer(ISSUER);
    claims.setAudience(AUDIENCE);
    claims.setSubject("mooring");
    claims.setIssuedAtToNow();
    claims.setExpirationTimeMinutesInTheFuture(MINUTES);
    claims.setStringClaim("scope", AUDIENCE);
    JsonWebSignature signed = new JsonWebSignature();
    signed.setPayload(claims.toJson());
    signed.setKey(key.getPrivateKey());
    signed.setKeyIdHeaderValue(key.getKeyId());
    signed.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
    return "{\"access_token\":\"%s\",\"token_type\":\"Bearer\",\"expires_in\":%d}"
        .formatted(signed.getCompactSerialization(), MINUTES * 60);
  }
}
