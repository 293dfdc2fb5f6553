package dev.mooring.replay.letters;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.contract.LogPlace;
import dev.mooring.contract.Problem;
import dev.mooring.contract.codec.EventReading;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MendedJsonTest {

  private static final String ID = "0d4f9f7e-5f0c-4f0e-9a55-0f6a3c1c0b11";
  private static final String REST =
      "\"type\":\"ACCOUNT_OPENED\",\"bank\":\"za-bank\",\"occurredAt\":\"2023-04\",\"source\":\"S\"}";

  private final MendedJson mended = new MendedJson(ID);

  @Test
  void shouldGiveAnEventWithoutAnIdThatOfItsLetter() {
    for (String text :
        List.of(
            "{" + REST,
            "{\"id\":null," + REST,
            "\n{\"id\":\"" + ID.toUpperCase(java.util.Locale.ROOT) + "\",\n" + REST)) {
      assertThat(((EventReading.Read) mended.read(text)).event().getId()).isEqualTo(ID);
    }
  }

  @Test
  void shouldRefuseAnotherId() {
    Problem problem =
        problems("{\"id\":\"1d4f9f7e-5f0c-4f0e-9a55-0f6a3c1c0b11\"," + REST).getFirst();

    assertThat(problem.field()).isEqualTo("/id");
    assertThat(problem.message()).contains(ID).contains("count twice");
  }

  @Test
  void shouldNameAllThatIsWrong() {
    assertThat(problems("{\"type\":\"ACCOUNT_OPEND\",\"bank\":\"ZA\",\"mood\":1}"))
        .extracting(Problem::field)
        .containsExactlyInAnyOrder("/type", "/bank", "/mood", "/occurredAt", "/source");
  }

  @Test
  void shouldSayWhereTheJsonEnds() {
    assertThat(problems("{\n \"type\": ACCOUNT").getFirst().message()).contains("line 2");
    assertThat(problems("{\"city\":\"a\",\"city\":\"b\"}").getFirst().message()).contains("city");
    assertThat(problems("{" + REST + " {}").getFirst().message()).contains("no JSON");
    assertThat(problems("[]").getFirst().message()).isEqualTo("should be one JSON object");
    assertThat(problems("").getFirst().message()).isEqualTo("should be one JSON object");
  }

  @Test
  void shouldMakeTheSameIdOfTheSamePlace() {
    // the example of RFC 9562, A.4
    UUID dns = UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8");
    assertThat(NameBasedId.of(dns, "www.example.com"))
        .isEqualTo("2ed6657d-e927-568b-95e1-2665a8aea6a2");

    LogPlace place = new LogPlace("mooring.events.v1", 3, 17);
    assertThat(NameBasedId.of(place)).isEqualTo(NameBasedId.of(place));
    assertThat(NameBasedId.of(place))
        .isNotEqualTo(NameBasedId.of(new LogPlace("mooring.events.v1", 31, 7)));
  }

  private List<Problem> problems(String text) {
    return ((EventReading.Unreadable) mended.read(text)).problems();
  }
}
