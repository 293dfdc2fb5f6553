package dev.mooring.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.contract.Topics;
import dev.mooring.contract.codec.EventJson;
import dev.mooring.metrics.MemoryFold;
import dev.mooring.server.stream.StreamLimits;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients that send too much, too slowly, or what is no HTTP. */
@Timeout(60)
class HostileClientTest {

  private static final Limits TIGHT =
      limits(Duration.ofMillis(300), Duration.ofSeconds(10), Duration.ofMillis(500), 64);
  private static final Limits PATIENT_BUT_WITH_HEADERS =
      limits(Duration.ofSeconds(60), Duration.ofMillis(200), Duration.ofSeconds(30), 64);
  private static final String EVENT = EventJson.write(Samples.events().getFirst());

  private ServerFixture fixture;

  @AfterEach
  void stop() {
    if (fixture != null) {
      fixture.close();
    }
  }

  @Test
  void shouldRefuseLargeBodies() throws IOException {
    start(List.of(), TIGHT);
    String large = "[" + " ".repeat(2_000) + "]";

    assertThat(fixture.post("/api/v1/events", "application/json", large).statusCode())
        .isEqualTo(413);
    try (RawClient client = new RawClient(fixture.address())) {
      client.send(
          "POST /api/v1/events HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
              + "Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n7d0\r\n"
              + " ".repeat(2_000)
              + "\r\n0\r\n\r\n");
      assertThat(client.readToEnd()).startsWith("HTTP/1.1 413");
    }
  }

  @Test
  void shouldNotWaitForABodyThatTrickles() throws IOException {
    start(List.of(), TIGHT);
    try (RawClient client = new RawClient(fixture.address())) {
      client.send(
          "POST /api/v1/events HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
              + "Content-Length: 900\r\n\r\n{");
      while (!client.hears(50)) {
        client.send(" ");
      }
      assertThat(client.heard()).startsWith("HTTP/1.1 408").contains("problem+json");
    }
  }

  @Test
  void shouldNotWaitForABodyThatDoesNotCome() throws IOException {
    start(
        List.of(),
        limits(Duration.ofSeconds(60), Duration.ofSeconds(10), Duration.ofMillis(300), 64));
    try (RawClient client = new RawClient(fixture.address())) {
      client.send(
          "POST /api/v1/events HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
              + "Content-Length: 900\r\n\r\n{");
      assertThat(client.readUntil("\r\n")).startsWith("HTTP/1.1 408");
    }
  }

  @Test
  void shouldCloseConnectionsThatSayNothing() throws IOException {
    start(List.of(), TIGHT);
    try (RawClient silent = new RawClient(fixture.address());
        RawClient halfway = new RawClient(fixture.address())) {
      halfway.send("GET /api/v1/banks HT");
      assertThat(silent.readToEnd()).isEmpty();
      assertThat(halfway.readToEnd()).doesNotContain("200");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n"})
  void shouldNotWaitForHeadersThatTrickle(String before) throws IOException {
    // given a client that is never silent for long, at its first request or a later one
    start(List.of(), PATIENT_BUT_WITH_HEADERS);
    try (RawClient client = new RawClient(fixture.address())) {
      if (!before.isEmpty()) {
        client.send(before).readUntil("UP");
      }
      client.send("GET /health/live HTTP/1.1\r\nHost: localhost\r\nA: ");

      // when
      while (!client.isClosedAfter("x", 50)) {
        // goes on, byte by byte
      }

      // then the connection was closed, without a further answer
      assertThat(client.heard()).doesNotContain("HTTP/1.1 4").endsWith(before.isEmpty() ? "" : "}");
    }
  }

  @Test
  void shouldNotTakeASlowBodyOrALongStreamForSlowHeaders() throws IOException {
    start(List.of(), PATIENT_BUT_WITH_HEADERS);
    byte[] event = EVENT.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    try (RawClient stream = new RawClient(fixture.address());
        RawClient idle = new RawClient(fixture.address());
        RawClient body = new RawClient(fixture.address())) {
      // given a stream and a connection that is kept for later
      stream
          .send("GET /api/v1/stream?topics=countries HTTP/1.1\r\nHost: localhost\r\n\r\n")
          .readUntil("joined");
      String request = "GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n";
      idle.send(request).readUntil("UP");

      // when a body takes several times as long as a head may
      body.send(
          "POST /api/v1/events HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
              + "Connection: close\r\nContent-Length: "
              + (event.length + 20)
              + "\r\n\r\n");
      for (int i = 0; i < 20; i++) {
        body.send(" ");
        assertThat(body.hears(50)).as(body.heard()).isFalse();
      }
      body.send(new String(event, java.nio.charset.StandardCharsets.ISO_8859_1));

      // then all of them go on
      assertThat(body.readToEnd()).startsWith("HTTP/1.1 202");
      assertThat(idle.send(request).readUntil("}HTTP/1.1 200")).contains("UP");
      fixture.view.put(Topics.COUNTRY_METRICS, "HK", country());
      fixture.view.publish();
      assertThat(stream.readUntil("event: row")).startsWith("HTTP/1.1 200");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "NONSENSE\r\n\r\n",
        "GET / HTTP/9.9\r\nHost: localhost\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: localhost\r\nBroken header\r\n\r\n",
        "GET / HTTP/1.1\r\n\r\n",
        "GET /../../etc/passwd HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "GET /%2e%2e/%2e%2e/etc/passwd HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "GET /api/v1/banks%00 HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n",
        "BREW /coffee HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
        "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\r\n\r\n"
      })
  void shouldRefuseMalformedRequestsAndTellNothing(String request) throws IOException {
    start(List.of(), TIGHT);
    try (RawClient client = new RawClient(fixture.address())) {
      String answer = client.send(request).readToEnd();

      assertThat(answer).containsPattern("^HTTP/1.1 (4|5)\\d\\d ").contains("problem+json");
      assertThat(answer)
          .doesNotContain("Exception")
          .doesNotContain("jetty")
          .doesNotContain("\tat ");
    }
  }

  @Test
  void shouldRefuseLongHeadersAndPaths() throws IOException {
    start(List.of(), TIGHT);
    try (RawClient header = new RawClient(fixture.address());
        RawClient path = new RawClient(fixture.address())) {
      String long4k = "x".repeat(4_096);
      assertThat(
              header
                  .send("GET / HTTP/1.1\r\nHost: localhost\r\nA: " + long4k + "\r\n\r\n")
                  .readToEnd())
          .startsWith("HTTP/1.1 431");
      assertThat(path.send("GET /" + long4k + " HTTP/1.1\r\nHost: localhost\r\n\r\n").readToEnd())
          .startsWith("HTTP/1.1 414");
    }
  }

  @Test
  void shouldServeNoMoreConnectionsThanItsLimit() throws IOException {
    start(
        List.of(),
        limits(Duration.ofSeconds(1), Duration.ofSeconds(10), Duration.ofSeconds(30), 2));
    String request = "GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n";
    try (RawClient first = new RawClient(fixture.address());
        RawClient second = new RawClient(fixture.address())) {
      first.send(request).readUntil("UP");
      second.send(request).readUntil("UP");
      try (RawClient third = new RawClient(fixture.address())) {
        third.send(request);
        assertThat(third.hears(300)).isFalse();
        first.hangUp();
        assertThat(third.readUntil("UP")).startsWith("HTTP/1.1 200");
      }
    }
  }

  private static SpecificRecord country() {
    MemoryFold fold = new MemoryFold();
    Samples.events().forEach(fold::add);
    return fold.rows().get(Topics.COUNTRY_METRICS).get("HK");
  }

  private static Limits limits(Duration body, Duration headers, Duration idle, int connections) {
    return new Limits(1_000, body, 2_048, headers, idle, connections);
  }

  private void start(List<Token> tokens, Limits limits) {
    fixture = new ServerFixture(config(ServerConfig.LOOPBACK, tokens, limits));
  }

  private static ServerConfig config(String host, List<Token> tokens, Limits limits) {
    return new ServerConfig(host, 0, tokens, false, Set.of(), limits, StreamLimits.DEFAULT);
  }
}
