package dev.mooring.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mooring.contract.event.CityBasis;
import dev.mooring.contract.event.DateBasis;
import dev.mooring.contract.event.Event;
import dev.mooring.contract.event.EventType;
import dev.mooring.contract.event.Precision;
import dev.mooring.contract.event.Status;
import dev.mooring.metrics.Count;
import dev.mooring.metrics.Explanation;
import dev.mooring.metrics.Scope;
import dev.mooring.metrics.oracle.Histories;
import dev.mooring.metrics.oracle.RandomHistory;
import dev.mooring.metrics.oracle.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.UniqueElements;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InMemoryEventsTest {

  private static final Instant START = Instant.parse("2024-06-01T10:00:00Z");

  private static final Path TEMPORARY = Path.of(System.getProperty("java.io.tmpdir"));

  private static final EventQuery LATEST_FIRST =
      new EventQuery(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Set.of(),
          Set.of(),
          EventQuery.Exactness.ANY,
          Optional.empty(),
          Optional.empty(),
          false,
          EventQuery.Order.RECORDED_LATEST_FIRST);

  @TempDir Path directory;

  @Provide
  Arbitrary<List<Event>> histories() {
    return Histories.histories().map(InMemoryEventsTest::unsure);
  }

  @Provide
  Arbitrary<EventQuery> queries() {
    Arbitrary<Optional<Instant>> times =
        Arbitraries.integers()
            .between(0, 12 * 24)
            .map(hours -> Instant.parse("2023-01-28T00:00:00Z").plusSeconds(hours * 3600L))
            .optional(0.3);
    return Combinators.combine(
            id("bank"),
            id("firm"),
            id("city"),
            Combinators.combine(
                    Arbitraries.of("HK", "CH", "GB", "XX").optional(0.2),
                    Arbitraries.of(EventType.class).set().ofMaxSize(3),
                    Arbitraries.of(Status.class).set().ofMaxSize(2),
                    exactness())
                .as(Some::new),
            times,
            times,
            Arbitraries.of(true, false),
            Arbitraries.of(EventQuery.Order.class))
        .as(
            (bank, firm, city, some, from, to, latest, order) ->
                new EventQuery(
                    bank,
                    firm,
                    city,
                    some.country,
                    some.types,
                    some.statuses,
                    some.exactness,
                    from,
                    to,
                    latest,
                    order));
  }

  private record Some(
      Optional<String> country,
      Set<EventType> types,
      Set<Status> statuses,
      EventQuery.Exactness exactness) {}

  private static Arbitrary<EventQuery.Exactness> exactness() {
    return Combinators.combine(
            Arbitraries.of(CityBasis.class).set().ofMaxSize(1),
            Arbitraries.of(DateBasis.class).set().ofMaxSize(2),
            Arbitraries.of(Precision.class).set().ofMaxSize(2))
        .as(EventQuery.Exactness::new);
  }

  private static Arbitrary<Optional<String>> id(String kind) {
    return Arbitraries.integers().between(1, 4).map(number -> kind + "-" + number).optional(0.3);
  }

  @Property(tries = 300)
  void shouldFindWhatAListWouldPageByPage(
      @ForAll("histories") List<Event> history,
      @ForAll("queries") EventQuery query,
      @ForAll @IntRange(min = 1, max = 7) int limit,
      @ForAll Random random) {
    NaiveEvents naive = new NaiveEvents();
    try (InMemoryEvents events = new InMemoryEvents(TEMPORARY)) {
      add(history, random, naive, events);

      List<EventRecord> expected = naive.find(query);
      assertThat(pages(events, query, limit)).isEqualTo(expected);
      assertThat(events.count(query)).isEqualTo(expected.size());
    }
  }

  @Property(tries = 300)
  void shouldCountApartWhatAListWould(
      @ForAll("histories") List<Event> history,
      @ForAll("queries") EventQuery query,
      @ForAll @Size(max = 3) @UniqueElements List<EventDimension> by,
      @ForAll Random random) {
    NaiveEvents naive = new NaiveEvents();
    try (InMemoryEvents events = new InMemoryEvents(TEMPORARY)) {
      add(history, random, naive, events);

      Map<List<Optional<String>>, Long> expected =
          naive.find(query).stream()
              .collect(
                  Collectors.groupingBy(
                      one -> NaiveEvents.says(one.event(), by), Collectors.counting()));
      if (by.isEmpty()) {
        expected.putIfAbsent(List.of(), 0L);
      }
      assertThat(events.count(query, by, 100_000))
          .doesNotHaveDuplicates()
          .allMatch(count -> expected.get(count.values()) == count.count())
          .hasSameSizeAs(expected.keySet());
    }
  }

  @Test
  void shouldRefuseMoreCountsThanTheCallerTakes() {
    List<EventDimension> by = List.of(EventDimension.BANK, EventDimension.FIRM);
    try (InMemoryEvents events = new InMemoryEvents(directory)) {
      add(new RandomHistory(7, World.WIDE).take(500), new Random(7), new NaiveEvents(), events);
      int counts = events.count(EventQuery.ALL, by, 500).size();

      assertThat(events.count(EventQuery.ALL, by, counts)).hasSize(counts);
      assertThatThrownBy(() -> events.count(EventQuery.ALL, by, counts - 1))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("more than " + (counts - 1));
    }
  }

  @Test
  void shouldFindWhatAListWouldInALongHistory() {
    // given enough for several chunks
    NaiveEvents naive = new NaiveEvents();
    try (InMemoryEvents events = new InMemoryEvents(directory)) {
      add(new RandomHistory(1, World.WIDE).take(20_000), new Random(1), naive, events);

      // then
      EventQuery query = EventQuery.ALL;
      assertThat(events.count(query)).isEqualTo(20_000);
      assertThat(pages(events, query, 6_000)).isEqualTo(naive.find(query));
    }
  }

  @Test
  void shouldGoOnBehindAPageWhateverCameMeanwhile() {
    // given
    List<Event> history = new RandomHistory(2).take(100);
    try (InMemoryEvents events = new InMemoryEvents(directory)) {
      add(history.subList(0, 50), new Random(2), new NaiveEvents(), events);
      EventPage first = events.find(EventQuery.ALL, Optional.empty(), 20);

      // when
      history.subList(50, 100).forEach(event -> events.add(event, 9, 1_000, START.minusSeconds(1)));

      // then
      EventPage second = events.find(EventQuery.ALL, first.next(), 20);
      assertThat(second.events()).doesNotContainAnyElementsOf(first.events());
      assertThat(second.events()).allMatch(one -> !one.recorded().isBefore(START));
    }
  }

  @ParameterizedTest
  @CsvSource({"BANK, bank-2", "CITY, city-2", "COUNTRY, HK"})
  void shouldExplainACountByTheEventsThatItHolds(Scope scope, String id) {
    List<Event> history = new RandomHistory(6, World.SMALL).take(300);
    try (InMemoryEvents events = new InMemoryEvents(directory)) {
      add(history, new Random(6), new NaiveEvents(), events);

      for (String field : Explanation.fields(scope)) {
        Count count = Count.of(scope, id, field);
        assertThat(events.explain(count)).isEqualTo(Explanation.of(count, history));
      }
    }
  }

  @Test
  void shouldTellListenersOfWhatCanBeFound() {
    // given
    List<EventRecord> told = new ArrayList<>();
    try (InMemoryEvents events = new InMemoryEvents(directory)) {
      List<Event> history = new RandomHistory(3).take(3);
      events.add(history.get(0), 0, 0, START);
      EventsView.Subscription subscription =
          events.onEvents(
              news -> {
                assertThat(events.count(EventQuery.ALL)).isEqualTo(2);
                told.addAll(news);
              });

      // when
      events.add(history.get(1), 0, 1, START);
      subscription.close();
      events.add(history.get(2), 0, 2, START);

      // then
      assertThat(told)
          .containsExactly(new EventRecord(history.get(1), 0, 1, START, told.get(0).latest()));
    }
  }

  @Test
  void shouldRefuseACursorOfAnotherOrderOrOfNobody() {
    try (InMemoryEvents events = new InMemoryEvents(directory)) {
      new RandomHistory(4).take(3).forEach(event -> events.add(event, 0, 0, START));
      Optional<String> next = events.find(EventQuery.ALL, Optional.empty(), 1).next();

      assertThatThrownBy(() -> events.find(LATEST_FIRST, next, 1))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(next.orElseThrow());
      assertThatThrownBy(() -> events.find(EventQuery.ALL, Optional.of("!"), 1))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("'!'");
      assertThatThrownBy(() -> events.find(EventQuery.ALL, next, 0))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("limit: 0");
    }
  }

  @Test
  void shouldLeaveNothingBehind() throws IOException {
    try (InMemoryEvents events = new InMemoryEvents(directory)) {
      new RandomHistory(5).take(10).forEach(event -> events.add(event, 0, 0, START));
    }

    try (var left = Files.list(directory)) {
      assertThat(left).isEmpty();
    }
  }

  /** Histories are sure of everything; these of some things only. */
  private static List<Event> unsure(List<Event> history) {
    for (Event event : history) {
      int some = Math.floorMod(event.getId().hashCode(), 7);
      event.put(
          event.getSchema().getField("cityBasis").pos(),
          some % 2 == 0 ? CityBasis.STATED : CityBasis.INFERRED);
      event.put(
          event.getSchema().getField("dateBasis").pos(),
          some % 3 == 0 ? DateBasis.REPORT_DATE : DateBasis.STATED);
    }
    return history;
  }

  /** Several records share a time, and partitions are read in turns. */
  private static void add(
      List<Event> history, Random random, NaiveEvents naive, InMemoryEvents events) {
    long[] next = new long[2];
    for (Event event : history) {
      int partition = Math.floorMod((event.getBank() + event.getFirm()).hashCode(), 2);
      Instant recorded = START.plusSeconds(random.nextInt(5));
      naive.add(event, partition, next[partition], recorded);
      events.add(event, partition, next[partition], recorded);
      next[partition]++;
    }
  }

  private static List<EventRecord> pages(EventsView events, EventQuery query, int limit) {
    List<EventRecord> found = new ArrayList<>();
    Optional<String> after = Optional.empty();
    do {
      EventPage page = events.find(query, after, limit);
      assertThat(page.events()).hasSizeLessThanOrEqualTo(limit);
      found.addAll(page.events());
      after = page.next();
    } while (after.isPresent());
    return found;
  }
}
