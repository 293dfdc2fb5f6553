package dev.mooring.server;

import static dev.mooring.server.Answers.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mooring.contract.LogPlace;
import dev.mooring.contract.MendedMark;
import dev.mooring.contract.Topics;
import dev.mooring.contract.row.CountryMetrics;
import dev.mooring.contract.row.MooringRow;
import dev.mooring.metrics.MemoryFold;
import dev.mooring.server.StreamClient.Message;
import dev.mooring.server.stream.StreamLimits;
import dev.mooring.view.Rejected;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class StreamTest {

  private static final StreamLimits SMALL =
      new StreamLimits(16, Duration.ofMillis(200), Duration.ofMillis(1), 100_000);

  private static final SpecificRecord COUNTRY = any(Topics.COUNTRY_METRICS);
  private static final SpecificRecord MOORING = any(Topics.MOORINGS);

  private final HttpClient client = HttpClient.newHttpClient();
  private ServerFixture fixture;

  @AfterEach
  void stop() {
    client.shutdownNow();
    fixture.close();
  }

  @Test
  void shouldTellOfRowsThatChange() {
    start(StreamLimits.DEFAULT);
    try (StreamClient stream = follow("?topics=countries", null)) {
      assertThat(stream.next("joined").data()).isEqualTo("{\"resumed\":false}");

      put("HK", 1);

      JsonNode told = json(stream.next("row").data());
      assertThat(told.get("topic").asText()).isEqualTo("countries");
      assertThat(told.get("key").asText()).isEqualTo("HK");
      assertThat(told.at("/row/events").asLong()).isEqualTo(1);
    }
  }

  @Test
  void shouldTellOfRejectedRecordsAndTheStatus() {
    start(SMALL);
    try (StreamClient stream = follow("?topics=rejected,status", null)) {
      assertThat(json(stream.next("status").data()).get("publish").asBoolean()).isTrue();

      fixture.rejections.add(letter(7));

      assertThat(json(stream.next("rejected").data()).at("/origin/offset").asLong()).isEqualTo(7);
    }
  }

  @Test
  void shouldTellThatADeadLetterWasMended() {
    start(SMALL);
    Rejected letter = letter(7);
    MendedMark mark =
        new MendedMark(
            letter.letter(),
            letter.origin(),
            "0d4f9f7e-5f0c-4f0e-9a55-0f6a3c1c0b11",
            new LogPlace(Topics.EVENTS.name(), 1, 9),
            Instant.EPOCH);
    try (StreamClient stream = follow("?topics=rejected", null)) {
      stream.next("joined");
      fixture.rejections.add(letter);
      assertThat(json(stream.next("rejected").data()).get("mended").isNull()).isTrue();

      fixture.rejections.add(letter.with(mark));

      JsonNode told = json(stream.next("rejected").data());
      assertThat(told.get("letter").asText()).isEqualTo("0:7");
      assertThat(told.at("/mended/id").asText()).isEqualTo(mark.eventId());
      assertThat(told.at("/mended/published/offset").asLong()).isEqualTo(9);
    }
  }

  @Test
  void shouldTellOfDeadLettersThatCameMeanwhile() {
    start(SMALL);
    String last;
    try (StreamClient stream = follow("?topics=rejected", null)) {
      stream.next("joined");
      fixture.rejections.add(letter(1));
      stream.next("rejected");
      last = stream.lastId();
    }
    fixture.rejections.add(letter(2));
    try (StreamClient stream = follow("?topics=rejected", last)) {
      assertThat(json(stream.next("rejected").data()).at("/origin/offset").asLong()).isEqualTo(2);
    }
  }

  @Test
  void shouldTellThatARowIsGoneWhenItPassesNoLonger() {
    start(StreamLimits.DEFAULT);
    try (StreamClient stream = follow("?topics=moorings&account=OPEN&city=hong-kong", null)) {
      stream.next("joined");

      mooring("za-bank/osl/hong-kong", "OPEN");
      mooring("za-bank/osl/singapore", "OPEN");
      mooring("za-bank/osl/hong-kong", "CLOSED");
      mooring("za-bank/hashkey/hong-kong", "CLOSED");
      mooring("za-bank/hashkey/hong-kong", "OPEN");

      List<String> told = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        JsonNode data = json(stream.next("row").data());
        told.add(data.get("key").asText() + " " + data.at("/row/account").asText("-"));
      }
      assertThat(told)
          .containsExactly(
              "za-bank/osl/hong-kong OPEN",
              "za-bank/osl/hong-kong -",
              "za-bank/hashkey/hong-kong OPEN");
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void shouldMissNothingAndRepeatNothingOverDisconnects(long seed) throws Exception {
    // given
    start(SMALL);
    Random random = new Random(seed);
    Map<String, JsonNode> folded = new TreeMap<>();
    List<String> versions = new ArrayList<>();
    String last;
    try (StreamClient stream = follow("?topics=countries,moorings", null)) {
      last = stream.next("joined").id();
    }
    Thread writer = Thread.ofVirtual().start(() -> write(seed));

    // when
    boolean done = false;
    while (!done) {
      try (StreamClient stream = follow("?topics=countries,moorings", last)) {
        for (int left = 1 + random.nextInt(400); left > 0 && !done; left--) {
          Message message = stream.next();
          if (message == null || message.event().equals("bye")) {
            break;
          }
          assertThat(message.event()).isNotEqualTo("reset");
          if (message.event().equals("row")) {
            JsonNode told = json(message.data());
            folded.put(told.get("key").asText(), told.get("row"));
            versions.add(told.toString());
            done = told.get("key").asText().equals("ZZ");
          }
        }
        last = stream.lastId();
      }
    }
    writer.join();

    // then
    folded.values().removeIf(JsonNode::isNull);
    Map<String, JsonNode> held = new TreeMap<>();
    for (String topic : List.of("countries", "moorings")) {
      json(fixture.get("/api/v1/" + topic + "?limit=10000"))
          .get("items")
          .forEach(item -> held.put(key(item), item));
    }
    assertThat(folded.equals(held)).isTrue(); // too long to show
    assertThat(Set.copyOf(versions)).hasSameSizeAs(versions).hasSize(2_001);
    assertThat(fixture.history.readings).isPositive();
  }

  @ParameterizedTest
  @ValueSource(strings = {"nonsense", "AQ"})
  void shouldResetWhoComesFromNowhere(String id) {
    start(SMALL);
    try (StreamClient stream = follow("?topics=countries", id)) {
      assertThat(stream.next().event()).isEqualTo("reset");
    }
  }

  @Test
  void shouldResetWhenThePastIsGone() {
    start(SMALL);
    String last;
    try (StreamClient stream = follow("?topics=countries", null)) {
      last = stream.next("joined").id();
    }
    fixture.history.lost = true;
    for (int i = 0; i < 100; i++) {
      put("HK", i);
    }
    try (StreamClient stream = follow("?topics=countries", last)) {
      stream.next("joined");
      assertThat(stream.next().event()).isEqualTo("reset");
      put("HK", 1_000);
      assertThat(json(stream.next("row").data()).at("/row/events").asLong()).isEqualTo(1_000);
    }
  }

  @Test
  void shouldResetWhoFollowsOtherThingsNow() {
    start(SMALL);
    String last;
    try (StreamClient stream = follow("?topics=countries", null)) {
      last = stream.next("joined").id();
    }
    try (StreamClient stream = follow("?topics=countries,banks", last)) {
      assertThat(stream.next().event()).isEqualTo("reset");
    }
  }

  @Test
  void shouldCutOffWhoIsTooSlowAndServeTheOthers() throws IOException {
    // given
    start(new StreamLimits(1_024, Duration.ofSeconds(5), Duration.ofMillis(200), 100_000));
    try (Socket slow = new Socket();
        StreamClient quick = follow("?topics=countries", null)) {
      slow.setReceiveBufferSize(4_096);
      slow.connect(fixture.address());
      slow.getOutputStream()
          .write(
              "GET /api/v1/stream?topics=countries HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                  .getBytes(StandardCharsets.US_ASCII));
      quick.next("joined");

      // when: more than sockets buffer
      for (int i = 0; i < 20_000; i++) {
        put("HK", i);
        if (i % 10 == 0) {
          assertThat(quick.next("row")).isNotNull();
        }
      }
      String all = new String(slow.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

      // then
      assertThat(all).contains("event: bye\ndata: {\"reason\":\"too slow");
      assertThat(all.substring(all.indexOf("event: bye"))).doesNotContain("event: row");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"?topics=bank", "?topics=countries&city=hong-kong", "?topic=banks"})
  void shouldRefuseWhatCannotBeFollowed(String query) {
    start(SMALL);
    assertThat(fixture.get("/api/v1/stream" + query).statusCode()).isEqualTo(400);
  }

  @Test
  void shouldSayGoodbyeWhenItStops() {
    start(StreamLimits.DEFAULT);
    try (StreamClient stream = follow("?topics=countries", null)) {
      stream.next("joined");
      fixture.server.close();
      assertThat(stream.next().event()).isEqualTo("bye");
    }
  }

  private void start(StreamLimits limits) {
    fixture =
        new ServerFixture(
            new ServerConfig(
                ServerConfig.LOOPBACK, 0, List.of(), false, Set.of(), Limits.DEFAULT, limits));
  }

  private StreamClient follow(String query, String lastId) {
    return new StreamClient(client, fixture.server.url().resolve("/api/v1/stream" + query), lastId);
  }

  /** Two thousand rows of two topics, some withdrawn, each unlike any before, and a last one. */
  private void write(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 2_000; i++) {
      String id = "" + (char) ('A' + random.nextInt(20)) + "A";
      if (i % 3 == 0) {
        mooring(id.toLowerCase(java.util.Locale.ROOT) + i + "/osl/hong-kong", "OPEN");
      } else {
        put(id, i);
      }
    }
    put("ZZ", 1);
  }

  private void put(String country, long events) {
    CountryMetrics row = countryRow();
    row.put("country", country);
    row.put("events", events);
    fixture.view.put(Topics.COUNTRY_METRICS, country, row);
    fixture.view.publish();
  }

  private void mooring(String key, String account) {
    MooringRow row = mooringRow();
    String[] parts = key.split("/", -1);
    row.put("bank", parts[0]);
    row.put("firm", parts[1]);
    row.put("city", parts[2]);
    row.put("account", account);
    fixture.view.put(Topics.MOORINGS, key, row);
    fixture.view.publish();
  }

  private static CountryMetrics countryRow() {
    return CountryMetrics.newBuilder((CountryMetrics) COUNTRY).build();
  }

  private static MooringRow mooringRow() {
    return MooringRow.newBuilder((MooringRow) MOORING).build();
  }

  private static SpecificRecord any(dev.mooring.contract.TopicSpec topic) {
    MemoryFold fold = new MemoryFold();
    Samples.events().forEach(fold::add);
    return fold.rows().get(topic).firstEntry().getValue();
  }

  private static Rejected letter(long offset) {
    return new Rejected(
        new LogPlace(Topics.REJECTED.name(), 0, offset),
        Instant.EPOCH,
        "INVALID",
        List.of(),
        new LogPlace(Topics.EVENTS.name(), 2, offset),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty());
  }

  private static String key(JsonNode item) {
    return item.has("country")
        ? item.get("country").asText()
        : String.join(
            "/", item.get("bank").asText(), item.get("firm").asText(), item.get("city").asText());
  }
}
