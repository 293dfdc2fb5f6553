package dev.mooring.server;

import static dev.mooring.server.Answers.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mooring.contract.codec.EventCsv;
import dev.mooring.contract.codec.EventJson;
import dev.mooring.contract.event.Event;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PublishTest {

  private static final String JSON = "application/json";
  private static final String GOOD = EventJson.write(Samples.events().getFirst());
  private static final String BAD = GOOD.replace("SUPERVISORY_SIGNAL", "SUPERVISORY_SIGNAX");
  private static final String ELSEWHERE =
      """
      {"id":"9e9d2c5c-8f0d-4a0e-9d6f-0a9f3a3e0e11","type":"ACCOUNT_OPENED","bank":"za-bank",
       "firm":"osl","city":"hongkong","occurredAt":"2023-04","source":"a test"}\
      """;

  private final ServerFixture fixture = new ServerFixture();

  @AfterEach
  void stop() {
    fixture.close();
  }

  @Test
  void shouldAcceptOneEvent() {
    HttpResponse<String> answer = fixture.post("/api/v1/events", JSON, GOOD);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    assertThat(json(answer).get("after").asText()).isEqualTo("1-1");
    assertThat(fixture.sink.published).hasSize(1);
  }

  @Test
  void shouldPublishNothingOfAnArrayWithOneThatIsWrong() {
    HttpResponse<String> answer =
        fixture.post("/api/v1/events", JSON, "[" + GOOD + "," + ELSEWHERE + "]");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(json(answer).get("problems").get(0).get("pointer").asText()).isEqualTo("/1/city");
    assertThat(json(answer).get("problems").get(0).get("suggestion").asText())
        .isEqualTo("hong-kong");
    assertThat(fixture.sink.published).isEmpty();
  }

  @Test
  void shouldTellLineByLineWhatBecameOfThem() {
    HttpResponse<String> answer =
        fixture.post("/api/v1/events", "application/x-ndjson", GOOD + "\n" + BAD + "\n" + GOOD);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(json(answer).get("accepted").asInt()).isEqualTo(2);
    assertThat(json(answer).get("results").get(1).get("status").asText()).isEqualTo("REJECTED");
    assertThat(json(answer).get("results").get(1).get("line").asInt()).isEqualTo(2);
    assertThat(fixture.sink.published).hasSize(2);
  }

  @Test
  void shouldTakeCsv() {
    List<Event> events = Samples.events().subList(0, 5);
    String csv =
        EventCsv.header()
            + "\n"
            + events.stream().map(EventCsv::write).collect(Collectors.joining("\n"));

    HttpResponse<String> answer = fixture.post("/api/v1/events", "text/csv", csv);

    assertThat(json(answer).get("accepted").asInt()).isEqualTo(5);
    assertThat(fixture.sink.published).isEqualTo(events);
  }

  @Test
  void shouldCheckWithoutPublishing() {
    HttpResponse<String> answer = fixture.post("/api/v1/events/check", JSON, ELSEWHERE);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(json(answer).at("/results/0/problems/0/suggestion").asText()).isEqualTo("hong-kong");
    assertThat(fixture.sink.published).isEmpty();
  }

  @Test
  void shouldTellEveryProblemAtOnceWhateverCouldNotBeRead() {
    String body =
        "{\"type\":\"ACCOUNT_OPNED\",\"bank\":7,\"city\":\"hongkong\",\"occurredAt\":\"soon\"}";
    List<String> wrong = List.of("/type", "/bank", "/city", "/occurredAt", "/id", "/source");

    JsonNode checked = json(fixture.post("/api/v1/events/check", JSON, body));
    JsonNode refused = json(fixture.post("/api/v1/events", JSON, body));

    assertThat(checked.at("/results/0/problems").findValuesAsText("pointer"))
        .containsExactlyInAnyOrderElementsOf(wrong);
    assertThat(refused.get("problems").findValuesAsText("pointer"))
        .containsExactlyInAnyOrderElementsOf(wrong);
    assertThat(checked.at("/results/0/problems").findValuesAsText("suggestion"))
        .contains("hong-kong");
  }

  @Test
  void shouldSayThatThereIsNoRoom() {
    fixture.sink.full = true;

    HttpResponse<String> answer = fixture.post("/api/v1/events", JSON, GOOD);

    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(answer.headers().firstValue("Retry-After")).hasValue("1");
  }

  @Test
  void shouldRefuseOtherMediaTypes() {
    assertThat(fixture.post("/api/v1/events", "text/plain", GOOD).statusCode()).isEqualTo(415);
  }

  @Test
  void shouldGiveUpWaitingForWhatDoesNotShow() {
    fixture.settled = false;

    assertThat(fixture.get("/api/v1/banks?after=0-3").statusCode()).isEqualTo(504);
    assertThat(fixture.get("/api/v1/banks?after=x").statusCode()).isEqualTo(400);
  }
}
