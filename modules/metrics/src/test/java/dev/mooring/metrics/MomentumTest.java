package dev.mooring.metrics;

import static dev.mooring.contract.event.EventType.ACCOUNT_OPENED;
import static dev.mooring.contract.event.EventType.ACCOUNT_REPORTED;
import static dev.mooring.contract.event.EventType.RELATIONSHIP_CLOSED;
import static dev.mooring.metrics.oracle.EventBuilder.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.contract.Topics;
import dev.mooring.contract.event.Event;
import dev.mooring.contract.event.EventType;
import dev.mooring.contract.row.BankDaily;
import dev.mooring.contract.row.CityDaily;
import dev.mooring.metrics.oracle.Histories;
import dev.mooring.metrics.oracle.Oracle;
import dev.mooring.metrics.oracle.OracleRows;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MomentumTest {

  /** The later span is 2 October to 30 December, the earlier 4 July to 1 October. */
  private static final LocalDate LAST = LocalDate.parse("2023-12-30");

  @Provide
  Arbitrary<List<Event>> histories() {
    return Histories.histories();
  }

  @ParameterizedTest
  @CsvSource({
    "2023-12-31, 0",
    "2023-12-30, 1",
    "2023-10-02, 1",
    "2023-10-01, -1",
    "2023-07-04, -1",
    "2023-07-03, 0"
  })
  void shouldWeighAnOpeningByItsSpan(String day, long expected) {
    assertThat(ofCity(List.of(of("osl", ACCOUNT_OPENED, day)), LAST)).isEqualTo(expected);
  }

  @Test
  void shouldTakeClosingsAwayAndPassOverFirstSights() {
    List<Event> events =
        List.of(
            of("osl", ACCOUNT_REPORTED, "2023-07-10"),
            of("osl", RELATIONSHIP_CLOSED, "2023-08-01"),
            of("kraken", ACCOUNT_OPENED, "2023-12-01"),
            of("gemini", ACCOUNT_OPENED, "2023-12-02"));

    assertThat(ofCity(events, LAST)).isEqualTo(3);
    assertThat(ofBank(events, LAST)).isEqualTo(3);
  }

  @Test
  void shouldBeNoneWithoutDays() {
    assertThat(Momentum.ofBank(List.of(), LAST)).isZero();
  }

  /** An opening comes into the later span, moves to the earlier and leaves it: nothing is left. */
  @Property(tries = 200)
  void shouldSumToNothingOverAllDays(@ForAll("histories") List<Event> events) {
    OracleRows rows = Oracle.rows(events);
    for (String city : rows.of(Topics.CITY_METRICS).keySet()) {
      List<CityDaily> days = cityDays(rows, city);
      if (!days.isEmpty()) {
        LocalDate end = days.getLast().getDay().plusDays(2 * Momentum.DAYS);
        Stream<LocalDate> all = days.getFirst().getDay().datesUntil(end);
        assertThat(all.mapToLong(day -> Momentum.ofCity(days, day)).sum()).isZero();
      }
    }
  }

  @Property(tries = 200)
  void shouldSumNetChangesOfDaysToThatOfTheCity(@ForAll("histories") List<Event> events) {
    OracleRows rows = Oracle.rows(events);
    for (String city : rows.of(Topics.CITY_METRICS).keySet()) {
      assertThat(cityDays(rows, city).stream().mapToLong(Ratios::netChange).sum())
          .isEqualTo(Ratios.netChange(rows.city(city)));
    }
  }

  private static long ofCity(List<Event> events, LocalDate last) {
    return Momentum.ofCity(cityDays(Oracle.rows(events), "zug"), last);
  }

  private static long ofBank(List<Event> events, LocalDate last) {
    return Momentum.ofBank(
        Oracle.rows(events).of(Topics.BANK_DAILY).values().stream()
            .map(BankDaily.class::cast)
            .toList(),
        last);
  }

  private static List<CityDaily> cityDays(OracleRows rows, String city) {
    return rows.of(Topics.CITY_DAILY).values().stream()
        .map(CityDaily.class::cast)
        .filter(row -> row.getCity().equals(city))
        .toList();
  }

  private static Event of(String firm, EventType type, String day) {
    return event().pair("dbs", firm).city("zug").type(type).on(day).build();
  }
}
