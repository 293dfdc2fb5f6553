package dev.mooring.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.common.config.types.Password;

/** Asks an OAuth 2 server for tokens, by the grant of client credentials (RFC 6749, 4.4). */
final class TokenIssuer {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Credentials.Client client;
  private final Http http;

  TokenIssuer(Credentials.Client client, Http http) {
    this.client = client;
    this.http = http;
  }

  /**
   * A new token.
   *
   * @throws IOException when the server cannot be reached or able to answer
   * @throws RegistryAccessException when it refuses
   */
  AccessToken issue(Instant now) throws IOException, InterruptedException {
    HttpResponse<String> response;
    try {
      response = http.send(request());
    } catch (IOException e) {
      throw new IOException(told(Failures.reason(e, "the issuer")), e);
    }
    if (Http.mayPass(response.statusCode())) {
      throw new IOException(told("HTTP " + response.statusCode()));
    }
    JsonNode answer = json(response.body());
    String token = answer.path("access_token").asText("");
    if (response.statusCode() / 100 != 2 || !Authorization.isToken(token)) {
      throw refused(response.statusCode(), answer);
    }
    return token(new Password(token), answer.path("expires_in"), now);
  }

  private HttpRequest request() {
    String grant = "grant_type=client_credentials";
    String body = client.scope().map(scope -> grant + "&scope=" + encoded(scope)).orElse(grant);
    // RFC 6749, 2.3.1: both are encoded as in a form before they become user and password.
    Password user =
        new Password(encoded(client.clientId()) + ":" + encoded(client.secret().value()));
    return HttpRequest.newBuilder(client.issuer())
        .header("Authorization", Authorization.basic(user).value())
        .header("Content-Type", "application/x-www-form-urlencoded")
        .header("Accept", "application/json")
        .POST(BodyPublishers.ofString(body))
        .build();
  }

  private AccessToken token(Password value, JsonNode expiresIn, Instant now) {
    long seconds = expiresIn.asLong(0);
    if (seconds <= 0) {
      return new AccessToken(value, Instant.MAX, Instant.MAX);
    }
    Duration life = Duration.ofSeconds(seconds);
    Duration half = life.dividedBy(2);
    Duration before = client.renewBefore().compareTo(half) < 0 ? client.renewBefore() : half;
    Instant end = now.plus(life);
    return new AccessToken(value, end.minus(before), end);
  }

  /** Of the answer only what the standard has for it: the rest might be an echo. */
  private RegistryAccessException refused(int status, JsonNode answer) {
    String error = answer.path("error").asText("no usable access_token in its answer");
    return new RegistryAccessException(
        told("HTTP " + status + ", " + error.replace(client.secret().value(), "[hidden]"))
            + "; check "
            + String.join(
                ", ",
                CredentialSettings.ISSUER,
                CredentialSettings.CLIENT_ID,
                CredentialSettings.CLIENT_SECRET));
  }

  private String told(String what) {
    return "the issuer of tokens " + client.issuer() + " gave none: " + what;
  }

  private static JsonNode json(String body) {
    try {
      return JSON.readTree(body);
    } catch (IOException none) {
      return MissingNode.getInstance();
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
