package dev.mooring.metrics;

import static dev.mooring.metrics.oracle.EventBuilder.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mooring.contract.EventRules;
import dev.mooring.contract.TopicSpec;
import dev.mooring.contract.Topics;
import dev.mooring.contract.event.Event;
import dev.mooring.contract.event.EventType;
import dev.mooring.contract.event.Reason;
import dev.mooring.contract.event.Status;
import dev.mooring.metrics.oracle.Histories;
import dev.mooring.metrics.oracle.Oracle;
import dev.mooring.metrics.oracle.OracleRows;
import dev.mooring.metrics.oracle.RandomHistory;
import dev.mooring.metrics.oracle.SampleEvents;
import dev.mooring.metrics.oracle.World;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

class ExplanationTest {

  private static final Map<Scope, TopicSpec> TOTALS =
      Map.of(
          Scope.BANK, Topics.BANK_METRICS,
          Scope.CITY, Topics.CITY_METRICS,
          Scope.COUNTRY, Topics.COUNTRY_METRICS);

  private static final Map<Scope, TopicSpec> DAYS =
      Map.of(Scope.BANK, Topics.BANK_DAILY, Scope.CITY, Topics.CITY_DAILY);

  @Provide
  Arbitrary<List<Event>> histories() {
    return Histories.histories();
  }

  @Property(tries = 60)
  void shouldExplainEveryCountByEventsThatMakeItAlone(@ForAll("histories") List<Event> events) {
    assertAllTotalsExplained(events);
  }

  @Property(tries = 30)
  void shouldExplainEveryCountOfADay(@ForAll("histories") List<Event> events) {
    OracleRows rows = Oracle.rows(events);
    DAYS.forEach(
        (scope, topic) ->
            rows.of(topic)
                .forEach(
                    (key, row) -> {
                      int slash = key.indexOf('/');
                      LocalDate day = LocalDate.parse(key.substring(slash + 1));
                      Explanation.dailyFields(scope)
                          .forEach(
                              field ->
                                  assertExplained(
                                      Count.of(scope, key.substring(0, slash), day, field),
                                      row,
                                      topic,
                                      key,
                                      events));
                    }));
  }

  @Property(tries = 30)
  void shouldListNoEventTwiceAndNoneWithoutWhichTheCountIsTheSameForItsMooring(
      @ForAll("histories") List<Event> events, @ForAll Random random) {
    for (Count count : totals(Oracle.rows(events))) {
      Explanation explanation = Explanation.of(count, events);
      assertThat(explanation.events()).doesNotHaveDuplicates();
      Set<Parties> pairs =
          explanation.events().stream()
              .filter(event -> EventRules.isMooringEvent(event.getType()))
              .map(Parties::of)
              .collect(Collectors.toSet());
      for (Parties pair : pairs) {
        assertContributes(count, pair, explanation.events());
      }
    }
    List<Event> shuffled = new ArrayList<>(events);
    Collections.shuffle(shuffled, random);
    for (Count count : totals(Oracle.rows(events))) {
      assertThat(Explanation.of(count, shuffled)).isEqualTo(Explanation.of(count, events));
    }
  }

  @Test
  void shouldExplainTheSample() throws IOException {
    assertAllTotalsExplained(SampleEvents.all());
  }

  @Test
  void shouldExplainALongHistory() {
    assertAllTotalsExplained(new RandomHistory(5, World.SMALL).take(400));
  }

  @Test
  void shouldListTheWithdrawalThatClosedAnAccountAndNotOneThatFoundNone() {
    // given
    Event opened = account("osl", EventType.ACCOUNT_OPENED, "2023-03-01");
    Event early = withdrawal("2023-02-01");
    Event closing = withdrawal("2023-04-01");
    Event late = withdrawal("2023-05-01");
    List<Event> events = List.of(late, early, opened, closing);

    // then
    assertThat(explain("accountsClosed", events)).containsExactly(opened, closing);
    assertThat(explain("accountsOpened", events)).containsExactly(opened, closing);
    assertThat(explain("moorings", events)).containsExactly(opened);
    assertThat(explain("accountsOpen", events)).isEmpty();
    assertThat(explain("events", events)).hasSize(4);
  }

  @Test
  void shouldLeaveOutMooringsThatDoNotCount() {
    Event here = account("osl", EventType.ACCOUNT_OPENED, "2023-03-01");
    Event there = account("okx", EventType.PITCH_DELIVERED, "2023-03-02");
    Event disputed =
        event()
            .pair("za-bank", "bitget")
            .city("hong-kong")
            .type(EventType.ACCOUNT_OPENED)
            .on("2023-03-03")
            .status(Status.DISPUTED)
            .build();
    List<Event> events = List.of(there, here, disputed);

    assertThat(explain("accountsOpen", events)).containsExactly(here);
    assertThat(explain("moorings", events)).containsExactly(here, there);
    assertThat(explain("eventsDisputed", events)).containsExactly(disputed);
  }

  @Test
  void shouldRefuseWhatIsNoCount() {
    assertThatThrownBy(() -> Count.of(Scope.CITY, "zug", "hhi"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'hhi' of a city is no count")
        .hasMessageContaining("accountsOpen");
    assertThatThrownBy(() -> Count.of(Scope.BANK, "dbs", "accountOpen"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("did you mean accountsOpen");
    assertThatThrownBy(() -> Count.of(Scope.BANK, "dbs", "banks"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Count.of(Scope.COUNTRY, "HK", LocalDate.EPOCH, "events"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("daily");
  }

  private static List<Event> explain(String field, List<Event> events) {
    return Explanation.of(Count.of(Scope.CITY, "hong-kong", field), events).events();
  }

  private static Event account(String firm, EventType type, String day) {
    return event().pair("za-bank", firm).city("hong-kong").type(type).on(day).build();
  }

  private static Event withdrawal(String day) {
    return event()
        .bank("za-bank")
        .city("hong-kong")
        .type(EventType.BANK_WITHDREW)
        .reason(Reason.VERTICAL_EXIT)
        .on(day)
        .build();
  }

  private static void assertAllTotalsExplained(List<Event> events) {
    OracleRows rows = Oracle.rows(events);
    for (Count count : totals(rows)) {
      TopicSpec topic = TOTALS.get(count.scope());
      assertExplained(count, rows.of(topic).get(count.id()), topic, count.id(), events);
    }
  }

  private static List<Count> totals(OracleRows rows) {
    List<Count> counts = new ArrayList<>();
    TOTALS.forEach(
        (scope, topic) ->
            rows.of(topic)
                .keySet()
                .forEach(
                    id ->
                        Explanation.fields(scope)
                            .forEach(field -> counts.add(Count.of(scope, id, field)))));
    return counts;
  }

  /** By the oracle, before and after. */
  private static void assertExplained(
      Count count, SpecificRecord row, TopicSpec topic, String key, List<Event> events) {
    Explanation explanation = Explanation.of(count, events);
    long expected = value(row, count.field());

    assertThat(explanation.value()).as("%s", count).isEqualTo(expected);
    assertThat(value(Oracle.rows(explanation.events()).of(topic).get(key), count.field()))
        .as("%s by %s", count, explanation.events())
        .isEqualTo(expected);
  }

  private static long value(SpecificRecord row, String field) {
    return row == null ? 0 : (Long) row.get(row.getSchema().getField(field).pos());
  }

  /** By itself, with the withdrawals that are listed too. */
  private static void assertContributes(Count count, Parties pair, List<Event> events) {
    List<Event> alone =
        events.stream()
            .filter(
                event ->
                    Parties.of(event).equals(pair) || event.getType() == EventType.BANK_WITHDREW)
            .toList();
    assertThat(Explanation.of(count, alone).value()).as("%s of %s", count, pair).isPositive();
  }
}
