package dev.mooring.server;

import static dev.mooring.server.Answers.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadsTest {

  private static ServerFixture fixture;

  @BeforeAll
  static void start() {
    fixture = ServerFixture.withSamples();
  }

  @AfterAll
  static void stop() {
    fixture.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "banks",
        "cities",
        "countries",
        "bank-daily",
        "city-daily",
        "moorings",
        "reasons",
        "stances"
      })
  void shouldListAllRowsInPages(String topic) {
    // given
    List<String> all = keys("/api/v1/" + topic + "?limit=10000");

    // when
    List<String> paged = new ArrayList<>();
    String next = "";
    do {
      JsonNode page = json(fixture.get("/api/v1/" + topic + "?limit=7" + next));
      page.get("items").forEach(item -> paged.add(item.toString()));
      next = page.get("next").isNull() ? null : "&cursor=" + page.get("next").asText();
    } while (next != null);

    // then
    assertThat(all).isNotEmpty();
    assertThat(paged).isEqualTo(all);
  }

  @ParameterizedTest
  @ValueSource(strings = {"hhi", "-hhi", "firstDay", "-accountsOpen", "city", "-city"})
  void shouldPageSortedRowsWithoutGapOrRepeat(String sort) {
    List<String> all = keys("/api/v1/cities?sort=" + sort);

    List<String> paged = new ArrayList<>();
    String next = "";
    do {
      JsonNode page = json(fixture.get("/api/v1/cities?limit=2&sort=" + sort + next));
      page.get("items").forEach(item -> paged.add(item.toString()));
      next = page.get("next").isNull() ? null : "&cursor=" + page.get("next").asText();
    } while (next != null);

    assertThat(paged).isEqualTo(all);
    assertThat(all).hasSameElementsAs(keys("/api/v1/cities"));
  }

  @Test
  void shouldAnswerOneRowWithItsRatios() {
    HttpResponse<String> answer = fixture.get("/api/v1/cities/hong-kong");

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(json(answer).get("city").asText()).isEqualTo("hong-kong");
    assertThat(json(answer).get("ratios").has("shareOfHub")).isTrue();
  }

  @Test
  void shouldSuggestWhatWasMeant() {
    HttpResponse<String> answer = fixture.get("/api/v1/cities/hongkong");

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(json(answer).get("suggestions").get(0).asText()).isEqualTo("hong-kong");
  }

  @ParameterizedTest
  @CsvSource({
    "/api/v1/cities?contry=HK, country",
    "/api/v1/cities?sort=acountsOpen, accountsOpen",
    "/api/v1/moorings?account=OPN, OPEN",
    "'/api/v1/cities?fields=city,acountsOpen', accountsOpen",
    "'/api/v1/banks/za-bank/daily?fields=day,evnts', events",
    "/api/v1/events/count?by=citi, city",
    "/api/v1/events?precision=MONT, MONTH"
  })
  void shouldRefuseWhatItDoesNotKnow(String path, String meant) {
    HttpResponse<String> answer = fixture.get(path);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(json(answer).get("suggestions").toString()).contains(meant);
  }

  @ParameterizedTest
  @CsvSource({"/api/v1/nothing, 404", "/api/v1/banks/za-bank/none, 404", "/nothing.js, 404"})
  void shouldTellOfUnknownPathsAsAProblem(String path, int status) {
    HttpResponse<String> answer = fixture.get(path);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
  }

  @Test
  void shouldTellOfUnknownMethodsAsAProblem() {
    HttpResponse<String> answer = fixture.send("/api/v1/banks", r -> r.DELETE());

    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(json(answer).get("status").asInt()).isEqualTo(405);
  }

  @Test
  void shouldAnswerWithTheDashboardToPagesThatAreItsStates() {
    HttpResponse<String> answer = fixture.get("/city/hong-kong", "Accept", "text/html");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo(fixture.get("/").body()).contains("Mooring");
    assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
        .startsWith("default-src 'self'");
  }

  @Test
  void shouldNotSendAgainWhatTheCallerHas() {
    String tag = fixture.get("/api/v1/banks").headers().firstValue("ETag").orElseThrow();

    assertThat(fixture.get("/api/v1/banks", "If-None-Match", tag).statusCode()).isEqualTo(304);
    assertThat(fixture.get("/api/v1/banks", "If-None-Match", "W/\"x\"").statusCode())
        .isEqualTo(200);
  }

  @Test
  void shouldWriteCsvAndLines() {
    HttpResponse<String> csv = fixture.get("/api/v1/countries", "Accept", "text/csv");
    HttpResponse<String> lines = fixture.get("/api/v1/countries", "Accept", "application/x-ndjson");

    long rows = keys("/api/v1/countries").size();
    assertThat(csv.body().lines()).hasSize((int) rows + 1);
    assertThat(csv.body()).startsWith("country,events,");
    assertThat(lines.body().lines()).hasSize((int) rows).allMatch(line -> json(line).isObject());
  }

  @Test
  void shouldAnswerOnlyTheFieldsThatAreAskedFor() {
    String asked = "fields=accountsOpen,city";
    JsonNode all = json(fixture.get("/api/v1/cities")).get("items");

    JsonNode part = json(fixture.get("/api/v1/cities?" + asked)).get("items");
    String csv = fixture.get("/api/v1/cities?" + asked, "Accept", "text/csv").body();

    assertThat(part).hasSameSizeAs(all);
    for (int i = 0; i < all.size(); i++) {
      String city = all.get(i).get("city").asText();
      long open = all.get(i).get("accountsOpen").asLong();
      assertThat(part.get(i).toString())
          .isEqualTo("{\"accountsOpen\":%d,\"city\":\"%s\"}".formatted(open, city));
      assertThat(csv.lines().toList().get(i + 1)).isEqualTo(open + "," + city);
    }
    assertThat(csv).startsWith("accountsOpen,city\r\n");
    assertThat(keys("/api/v1/cities?fields=ratios&limit=1").getFirst()).startsWith("{\"ratios\":{");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"cities?fields=city,city", "cities?fields=city,", "events/count?by=city,city"})
  void shouldRefuseFieldsThatAreNoneOrStandTwice(String path) {
    assertThat(fixture.get("/api/v1/" + path).statusCode()).isEqualTo(400);
  }

  @Test
  void shouldRefuseRatiosInCsv() {
    HttpResponse<String> answer =
        fixture.get("/api/v1/banks?fields=bank,ratios", "Accept", "text/csv");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(json(answer).get("detail").asText()).contains("ratios");
  }

  @Test
  void shouldCountEventsAsItListsThem() {
    for (String filter :
        List.of(
            "city=hong-kong",
            "precision=MONTH",
            "cityBasis=INFERRED",
            "dateBasis=INFERRED&dateBasis=REPORT_DATE&status=REPORTED",
            "type=ACCOUNT_OPENED&latest=false")) {
      List<String> found = keys("/api/v1/events?limit=10000&" + filter);

      assertThat(found).as(filter).isNotEmpty();
      assertThat(keys("/api/v1/events/count?" + filter))
          .as(filter)
          .containsExactly("{\"count\":" + found.size() + "}");
    }
  }

  @Test
  void shouldCountEventsApartByWhatTheySay() {
    List<String> counts = keys("/api/v1/events/count?by=city,precision");
    long all = json(keys("/api/v1/events/count").getFirst()).get("count").asLong();

    assertThat(counts).anyMatch(count -> json(count).get("city").isNull());
    assertThat(counts)
        .filteredOn(count -> json(count).get("city").asText().equals("hong-kong"))
        .hasSizeGreaterThan(1);
    assertThat(counts.stream().mapToLong(count -> json(count).get("count").asLong()).sum())
        .isEqualTo(all);
    assertThat(fixture.get("/api/v1/events/count?by=type", "Accept", "text/csv").body())
        .startsWith("type,count\r\n");
  }

  @Test
  void shouldFilterByPlaceAndTime() {
    assertThat(keys("/api/v1/cities?country=HK")).hasSize(1);
    assertThat(keys("/api/v1/moorings?city=hong-kong"))
        .isNotEmpty()
        .allMatch(row -> json(row).get("city").asText().equals("hong-kong"));
    assertThat(keys("/api/v1/city-daily?country=HK&from=2023-01-01&to=2023-12-31"))
        .isNotEmpty()
        .allMatch(row -> json(row).get("day").asText().startsWith("2023-"));
    assertThat(keys("/api/v1/banks?city=hong-kong"))
        .isNotEmpty()
        .hasSizeLessThan(keys("/api/v1/banks").size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/ranking",
        "/api/v1/ranking?country=HK",
        "/api/v1/reference/cities",
        "/api/v1/reference/banks",
        "/api/v1/events",
        "/api/v1/status",
        "/health/live",
        "/health/ready",
        "/metrics",
        "/openapi.json"
      })
  void shouldAnswer(String path) {
    HttpResponse<String> answer = fixture.get(path);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.body()).isNotBlank();
  }

  private static List<String> keys(String path) {
    List<String> items = new ArrayList<>();
    HttpResponse<String> answer = fixture.get(path);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    json(answer).get("items").forEach(item -> items.add(item.toString()));
    return items;
  }
}
