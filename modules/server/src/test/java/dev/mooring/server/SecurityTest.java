package dev.mooring.server;

import static dev.mooring.server.Answers.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mooring.contract.codec.EventJson;
import dev.mooring.server.stream.StreamLimits;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may ask for what, and what is told to nobody. */
@Timeout(60)
class SecurityTest {

  private static final String READER = "reader-token";
  private static final String PUBLISHER = "publisher-token";
  private static final List<Token> TOKENS =
      List.of(
          new Token("reader", Role.READ, Token.hash(READER)),
          new Token("publisher", Role.PUBLISH, Token.hash(PUBLISHER)));
  private static final String EVENT = EventJson.write(Samples.events().getFirst());

  private ServerFixture fixture;

  @AfterEach
  void stop() {
    if (fixture != null) {
      fixture.close();
    }
  }

  @Test
  void shouldNotBindBeyondThisMachineWithoutTokens() {
    assertThatThrownBy(() -> config("0.0.0.0", List.of(), Limits.DEFAULT))
        .hasMessageContaining("http.tokens");
    assertThat(config("0.0.0.0", TOKENS, Limits.DEFAULT).knownByName()).isFalse();
  }

  @Test
  void shouldAnswerToItsNamesOnlyWhenOpenBeyondThisMachine() throws IOException {
    fixture = new ServerFixture(open("0.0.0.0", List.of(), Set.of("mooring")));
    try (RawClient client = new RawClient(fixture.address())) {
      client.send("GET /api/v1/banks HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n");
      assertThat(client.readToEnd()).startsWith("HTTP/1.1 421");
    }
    try (RawClient client = new RawClient(fixture.address())) {
      client.send("GET /api/v1/banks HTTP/1.1\r\nHost: mooring:80\r\nConnection: close\r\n\r\n");
      assertThat(client.readToEnd()).startsWith("HTTP/1.1 200");
    }
  }

  @Test
  void shouldRefuseToBeOpenAndToAskForTokens() {
    assertThatThrownBy(() -> open(ServerConfig.LOOPBACK, TOKENS, Set.of()))
        .hasMessageContaining("http.open: true although http.tokens names some");
  }

  @Test
  void shouldAskForATokenWithTheRole() {
    start(TOKENS, Limits.DEFAULT);

    assertThat(fixture.get("/api/v1/banks").statusCode()).isEqualTo(401);
    assertThat(fixture.get("/api/v1/banks").headers().firstValue("WWW-Authenticate")).isPresent();
    assertThat(fixture.get("/api/v1/stream").statusCode()).isEqualTo(401);
    assertThat(fixture.get("/metrics").statusCode()).isEqualTo(401);
    assertThat(as("wrong").statusCode()).isEqualTo(401);
    assertThat(as(READER).statusCode()).isEqualTo(200);
    assertThat(as(PUBLISHER).statusCode()).isEqualTo(200);
    assertThat(publishAs(READER).statusCode()).isEqualTo(403);
    assertThat(publishAs(PUBLISHER).statusCode()).isEqualTo(202);
    assertThat(
            json(fixture.get("/api/v1/status", "Authorization", "Bearer " + READER)).get("publish"))
        .isEqualTo(json("false"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/openapi.json", "/health/live", "/health/ready"})
  void shouldShowWhatTellsNothingToEverybody(String path) {
    start(TOKENS, Limits.DEFAULT);

    assertThat(fixture.get(path).statusCode()).isEqualTo(200);
  }

  @Test
  void shouldRefuseNamesThatAreNotItsOwn() throws IOException {
    start(List.of(), Limits.DEFAULT);
    try (RawClient client = new RawClient(fixture.address())) {
      client.send(
          "GET /api/v1/banks HTTP/1.1\r\nHost: evil.example:80\r\nConnection: close\r\n\r\n");
      assertThat(client.readToEnd()).startsWith("HTTP/1.1 421").contains("problem+json");
    }
  }

  @Test
  void shouldRefuseToPublishForPagesOfOthers() throws IOException {
    start(List.of(), Limits.DEFAULT);
    String head = "POST /api/v1/events HTTP/1.1\r\nHost: localhost\r\nOrigin: ";
    String rest =
        "\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: "
            + EVENT.getBytes(java.nio.charset.StandardCharsets.UTF_8).length
            + "\r\n\r\n"
            + EVENT;
    try (RawClient evil = new RawClient(fixture.address());
        RawClient own = new RawClient(fixture.address())) {
      assertThat(evil.send(head + "http://evil.example" + rest).readToEnd())
          .startsWith("HTTP/1.1 403");
      assertThat(own.send(head + "http://localhost" + rest).readToEnd()).startsWith("HTTP/1.1 202");
    }
    assertThat(fixture.sink.published).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/api/v1/banks", "/api/v1/none", "/none"})
  void shouldSendSecurityHeadersWithEverything(String path) {
    start(List.of(), Limits.DEFAULT);

    var headers = fixture.get(path).headers();

    SecurityHeaders.all()
        .forEach((name, value) -> assertThat(headers.firstValue(name)).hasValue(value));
    assertThat(headers.firstValue("Server")).isEmpty();
  }

  @Test
  void shouldTellNothingOfItsOwnFailures() {
    start(List.of(), Limits.DEFAULT);
    fixture.failure = new IllegalStateException("secret");

    HttpResponse<String> answer = fixture.get("/api/v1/banks?after=0-1");

    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.body()).doesNotContain("secret").doesNotContain("Exception");
  }

  private void start(List<Token> tokens, Limits limits) {
    fixture = new ServerFixture(config(ServerConfig.LOOPBACK, tokens, limits));
  }

  private static ServerConfig config(String host, List<Token> tokens, Limits limits) {
    return new ServerConfig(host, 0, tokens, false, Set.of(), limits, StreamLimits.DEFAULT);
  }

  private static ServerConfig open(String host, List<Token> tokens, Set<String> names) {
    return new ServerConfig(host, 0, tokens, true, names, Limits.DEFAULT, StreamLimits.DEFAULT);
  }

  private HttpResponse<String> as(String token) {
    return fixture.get("/api/v1/banks", "Authorization", "Bearer " + token);
  }

  private HttpResponse<String> publishAs(String token) {
    return fixture.send(
        "/api/v1/events",
        request ->
            request
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(EVENT)));
  }
}
