package dev.mooring.contract.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.contract.codec.EventReading.Read;
import dev.mooring.contract.event.Event;
import dev.mooring.contract.event.Precision;
import dev.mooring.contract.event.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventJsonTest {

  private static final String HEAD =
      "\"id\":\"c76111a6-1492-5d4c-abd0-877b687592ff\",\"bank\":\"za-bank\",\"source\":\"Reuters\"";

  @Test
  void shouldFillInTheDefaults() {
    Event event = read("\"type\":\"ACCOUNT_OPENED\",\"occurredAt\":\"2023-03\"");

    assertThat(event.getRevision()).isEqualTo(1);
    assertThat(event.getStatus()).isEqualTo(Status.REPORTED);
    assertThat(event.getReportedAt()).isEqualTo("2023-03-01T00:00:00Z");
    assertThat(event.getReportedPrecision()).isEqualTo(Precision.MONTH);
    assertThat(event.getCityBasis()).hasToString("STATED");
    assertThat(event.getDateBasis()).hasToString("STATED");
  }

  @Test
  void shouldTakeNullForAbsent() {
    Event event =
        read(
            "\"type\":\"ACCOUNT_OPENED\",\"occurredAt\":\"2023-03\",\"note\":null,\"revision\":null");

    assertThat(event.getNote()).isNull();
    assertThat(event.getRevision()).isEqualTo(1);
  }

  @Test
  void shouldTakeAnIdInUpperCase() {
    String json =
        "{"
            + HEAD.replace("c76111a6", "C76111A6")
            + ",\"type\":\"ACCOUNT_OPENED\","
            + "\"occurredAt\":\"2023-03\"}";

    assertThat(((Read) EventJson.read(json)).event().getId())
        .isEqualTo("c76111a6-1492-5d4c-abd0-877b687592ff");
  }

  @Test
  void shouldWriteFieldsInTheOrderOfTheContract() {
    Event event = read("\"type\":\"ACCOUNT_OPENED\",\"occurredAt\":\"2023-03-27\"");

    assertThat(EventJson.write(event))
        .isEqualTo(
            "{\"id\":\"c76111a6-1492-5d4c-abd0-877b687592ff\",\"revision\":1,\"status\":\"REPORTED\","
                + "\"type\":\"ACCOUNT_OPENED\",\"bank\":\"za-bank\",\"occurredAt\":\"2023-03-27\","
                + "\"reportedAt\":\"2023-03-27\",\"cityBasis\":\"STATED\",\"dateBasis\":\"STATED\","
                + "\"source\":\"Reuters\"}");
  }

  @Test
  void shouldTellAllProblemsOfALineAtOnce() {
    EventReading reading =
        EventJson.read(
            "{\"id\":7,\"ocurredAt\":\"2023-03\",\"type\":\"ACOUNT_OPENED\",\"bank\":\"ZA Bank\","
                + "\"subjects\":\"3\",\"source\":\"x\",\"note\":{\"a\":[1]},\"reportedAt\":\"27.3.2023\"}");

    assertThat(Readings.problems(reading))
        .containsExactlyInAnyOrder(
            "/id '7' should be a text",
            "/ocurredAt is an unknown field: did you mean occurredAt?",
            "/occurredAt is missing: every event has one",
            "/type 'ACOUNT_OPENED' is an unknown value: did you mean ACCOUNT_OPENED?",
            "/bank 'ZA Bank' should be a slug such as za-bank: a-z, 0-9 and single hyphens between"
                + " them, at most 64 characters",
            "/subjects '3' should be a whole number, without quotes",
            "/note '{...}' should be a text",
            "/reportedAt '27.3.2023' " + EventTime.FORMS);
  }

  @Test
  void shouldNotBlameAPlaceThatIsMisspelt() {
    EventReading reading =
        EventJson.read(
            "{\"id\":\"c76111a6-1492-5d4c-abd0-877b687592ff\",\"type\":\"ACCOUNT_OPENED\","
                + "\"bank\":1,\"source\":\"x\",\"occurredAt\":\"2023\"}");

    assertThat(Readings.fields(reading)).containsExactlyInAnyOrder("/bank", "/occurredAt");
  }

  @ParameterizedTest
  @ValueSource(strings = {"3000000000", "1.0", "1e3", "true", "\"1\"", "[]"})
  void shouldTakeOnlyWholeNumbersInRange(String subjects) {
    String json =
        "{"
            + HEAD
            + ",\"type\":\"ACCOUNT_OPENED\",\"occurredAt\":\"2023-03\",\"subjects\":"
            + subjects
            + "}";

    assertThat(Readings.fields(EventJson.read(json))).containsExactly("/subjects");
  }

  @Test
  void shouldRefuseAFieldThatStandsTwice() {
    String json =
        "{" + HEAD + ",\"type\":\"ACCOUNT_OPENED\",\"occurredAt\":\"2023-03\",\"bank\":\"x\"}";

    assertThat(Readings.problems(EventJson.read(json)))
        .containsExactly("/bank stands twice: once is right");
  }

  @Test
  void shouldRefuseTheSymbolThatStandsForNewerOnes() {
    String json =
        "{"
            + HEAD
            + ",\"type\":\"ACCOUNT_OPENED\",\"occurredAt\":\"2023-03\",\"status\":\"UNRECOGNISED\"}";

    assertThat(Readings.problems(EventJson.read(json)))
        .containsExactly(
            "/status 'UNRECOGNISED' should be one of CONFIRMED, REPORTED, DISPUTED, RETRACTED");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "3",
        "[]",
        "{",
        "{\"id\"",
        "{\"id\":\"a\",}",
        "{'id':1}",
        "{} {}",
        "{}x",
        "nul"
      })
  void shouldTellOfWhatIsNoObject(String text) {
    assertThat(EventJson.read(text)).isInstanceOf(EventReading.Unreadable.class);
  }

  @Test
  void shouldEscapePointersToUnknownFields() {
    String json =
        "{" + HEAD + ",\"type\":\"ACCOUNT_OPENED\",\"occurredAt\":\"2023-03\",\"a/b~\":1}";

    assertThat(Readings.fields(EventJson.read(json))).containsExactly("/a~1b~0");
  }

  @ParameterizedTest
  @CsvSource({
    "2023-03-27T09:30:00Z, 2023-03-27T09:30:00Z, INSTANT",
    "2023-03-27T17:30:00+08:00, 2023-03-27T09:30:00Z, INSTANT",
    "2023-03-27T09:30Z, 2023-03-27T09:30:00Z, INSTANT",
    "2023-03-27T09:30:00.123999Z, 2023-03-27T09:30:00.123Z, INSTANT",
    "2023-03-27, 2023-03-27T00:00:00Z, DAY",
    "2023-03, 2023-03-01T00:00:00Z, MONTH"
  })
  void shouldReadTimesWithTheirPrecision(String text, String instant, Precision precision) {
    EventTime time = EventTime.parse(text).orElseThrow();

    assertThat(time.instant()).isEqualTo(instant);
    assertThat(time.precision()).isEqualTo(precision);
    assertThat(EventTime.parse(time.text())).contains(time);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2023",
        "2023-02-30",
        "2023-13",
        "2023-03-27T09:30:00",
        "20230327",
        "27.3.2023",
        "2023-3-27",
        " 2023-03"
      })
  void shouldNotGuessATime(String text) {
    assertThat(EventTime.parse(text)).isEmpty();
  }

  @Test
  void shouldHideNothingOfATimeThatItsPrecisionDoesNotFit() {
    EventTime time = EventTime.parse("2023-03-27T09:30:00Z").orElseThrow();

    assertThat(new EventTime(time.instant(), Precision.DAY).text())
        .isEqualTo("2023-03-27T09:30:00Z");
    assertThat(new EventTime(time.instant(), Precision.UNRECOGNISED).text())
        .isEqualTo("2023-03-27T09:30:00Z");
  }

  private static Event read(String fields) {
    return ((Read) EventJson.read("{" + HEAD + "," + fields + "}")).event();
  }
}
