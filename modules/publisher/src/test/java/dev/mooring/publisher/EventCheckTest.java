package dev.mooring.publisher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.contract.Problem;
import dev.mooring.contract.codec.EventJson;
import dev.mooring.contract.codec.EventReading;
import dev.mooring.contract.event.Event;
import dev.mooring.contract.reference.CityReference;
import dev.mooring.publisher.PublisherConfig.UnknownCities;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventCheckTest {

  private static final Instant NOW = Instant.parse("2024-01-01T00:00:00Z");

  @Test
  void shouldTakeAnEventInAKnownCity() {
    assertThat(problems(UnknownCities.REFUSE, "hong-kong", "HK", "2023-04-11")).isEmpty();
  }

  @Test
  void shouldRefuseAnUnknownCityAndNameTheNearest() {
    assertThat(problems(UnknownCities.REFUSE, "hongkong", "HK", "2023-04-11"))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.field()).isEqualTo("city");
              assertThat(problem.describe()).contains("'hongkong'").contains("hong-kong");
            });
  }

  @Test
  void shouldTakeAnUnknownCityWhenTold() {
    assertThat(problems(UnknownCities.ACCEPT, "hongkong", "HK", "2023-04-11")).isEmpty();
  }

  @Test
  void shouldRefuseAnotherCountryThanThatOfTheCityEvenWhenUnknownCitiesAreTaken() {
    assertThat(problems(UnknownCities.ACCEPT, "hong-kong", "SG", "2023-04-11"))
        .extracting(Problem::field)
        .containsExactly("country");
  }

  @Test
  void shouldRefuseWhatTheTopologyWouldRejectAsFarFuture() {
    // 2024 is a leap year: its last day and the first of the next are 365 and 366 days ahead
    assertThat(problems(UnknownCities.REFUSE, "hong-kong", "HK", "2025-01-01")).isEmpty();
    assertThat(problems(UnknownCities.REFUSE, "hong-kong", "HK", "2025-01-02"))
        .extracting(Problem::field)
        .containsExactly("occurredAt");
  }

  @Test
  void shouldTellOfTheCityBesideAllElseThatIsWrong() {
    Event event = event("hongkong", "HK", "2023-04-11");
    event.put(event.getSchema().getField("source").pos(), " ");

    assertThat(new EventCheck(CityReference::shipped, UnknownCities.REFUSE).problems(event, NOW))
        .extracting(Problem::field)
        .containsExactlyInAnyOrder("source", "city");
  }

  @Test
  void shouldCallACityThatIsNoIdWrongOnce() {
    Event event = event("hong-kong", "HK", "2023-04-11");
    event.put(event.getSchema().getField("city").pos(), "Hong Kong");

    assertThat(new EventCheck(CityReference::shipped, UnknownCities.REFUSE).problems(event, NOW))
        .extracting(Problem::field)
        .containsExactly("city");
  }

  private static List<Problem> problems(
      UnknownCities unknownCities, String city, String country, String occurredAt) {
    return new EventCheck(CityReference::shipped, unknownCities)
        .problems(event(city, country, occurredAt), NOW);
  }

  private static Event event(String city, String country, String occurredAt) {
    String json =
        """
        {"id":"32058834-5a65-51cf-9988-647ae43b5e12","type":"ACCOUNT_OPENED","bank":"za-bank",
        "firm":"osl","city":"%s","country":"%s","occurredAt":"%s","source":"a test"}
        """
            .formatted(city, country, occurredAt);
    return ((EventReading.Read) EventJson.read(json)).event();
  }
}
