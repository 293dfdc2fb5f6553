package dev.mooring.replay.asof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.contract.TopicSpec;
import dev.mooring.contract.Topics;
import dev.mooring.contract.event.Event;
import dev.mooring.contract.event.Precision;
import dev.mooring.metrics.Fact;
import dev.mooring.metrics.Fingerprint;
import dev.mooring.metrics.Parties;
import dev.mooring.metrics.oracle.Histories;
import dev.mooring.metrics.oracle.Oracle;
import dev.mooring.metrics.oracle.OracleRows;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AsOfTest {

  private static final int PARTS = 3;

  @Provide
  Arbitrary<List<Event>> histories() {
    return Histories.histories(30).map(AsOfTest::withAllPrecisions);
  }

  @Property(tries = 150)
  void shouldBeTheRowsOfTheEventsThatWerePublicAtEveryTime(
      @ForAll("histories") List<Event> events) {
    List<Instant> times = events.stream().map(AsOfTest::end).toList();
    for (Instant time : aroundEachOf(times)) {
      List<Event> known = events.stream().filter(event -> !end(event).isAfter(time)).toList();
      assertRows(AsOf.reported(Until.instant(time)), events, known);
    }
  }

  @Property(tries = 150)
  void shouldBeTheRowsOfTheRecordsThatTheClusterHadAtEveryTime(
      @ForAll("histories") List<Event> events) {
    for (int last = -1; last <= events.size(); last++) {
      Instant time = Instant.ofEpochMilli(last);
      List<Event> known =
          IntStream.range(0, events.size())
              .filter(number -> !recorded(number).isAfter(time))
              .mapToObj(events::get)
              .toList();
      assertRows(AsOf.recorded(Until.instant(time)), events, known);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2023-03-27T09:30:00Z, INSTANT, 2023-03-27T09:30:00Z, true",
    "2023-03-27T09:30:00Z, INSTANT, 2023-03-27T09:29:59.999Z, false",
    "2023-03-27T00:00:00Z, DAY, 2023-03-27T23:59:59.999Z, false",
    "2023-03-27T00:00:00Z, DAY, 2023-03-28T00:00:00Z, true",
    "2024-02-01T00:00:00Z, MONTH, 2024-02-29T23:59:59.999Z, false",
    "2024-02-01T00:00:00Z, MONTH, 2024-03-01T00:00:00Z, true",
  })
  void shouldTakeWhatHadEndedByAnInstant(
      Instant reportedAt, Precision precision, Instant time, boolean known) {
    assertThat(knew(AsOf.reported(Until.instant(time)), reportedAt, precision)).isEqualTo(known);
  }

  @Test
  void shouldTakeADateToItsEndAndNoInstantBehindIt() {
    AsOf day = AsOf.reported(Until.before(Instant.parse("2023-03-28T00:00:00Z")));

    assertThat(knew(day, Instant.parse("2023-03-27T00:00:00Z"), Precision.DAY)).isTrue();
    assertThat(knew(day, Instant.parse("2023-03-27T23:59:59.999Z"), Precision.INSTANT)).isTrue();
    assertThat(knew(day, Instant.parse("2023-03-28T00:00:00Z"), Precision.INSTANT)).isFalse();
    AsOf recorded = AsOf.recorded(day.reported());
    assertThat(recorded.had(Instant.parse("2023-03-27T23:59:59.999Z").toEpochMilli())).isTrue();
    assertThat(recorded.had(Instant.parse("2023-03-28T00:00:00Z").toEpochMilli())).isFalse();
  }

  private static boolean knew(AsOf time, Instant reportedAt, Precision precision) {
    long millis = reportedAt.toEpochMilli();
    return time.knew(millis, time.dependsOnPrecision(millis) ? precision : Precision.INSTANT);
  }

  private static void assertRows(AsOf time, List<Event> events, List<Event> known) {
    Map<TopicSpec, NavigableMap<String, SpecificRecord>> rows = rows(time, events);
    OracleRows expected = Oracle.rows(known);
    for (TopicSpec topic : Topics.OUTPUTS) {
      if (!topic.equals(Topics.LEDGER)) {
        assertThat(rows.get(topic)).as(topic.name()).isEqualTo(expected.of(topic));
      }
    }
  }

  /** Folded in parts, as partitions are. */
  private static Map<TopicSpec, NavigableMap<String, SpecificRecord>> rows(
      AsOf time, List<Event> events) {
    List<PastFold> parts = Stream.generate(() -> new PastFold(List.of(time))).limit(PARTS).toList();
    for (int number = 0; number < events.size(); number++) {
      Event event = events.get(number);
      Parties parties = Parties.of(event);
      parts
          .get(Math.floorMod(parties.key().hashCode(), PARTS))
          .take(
              parties,
              Fact.of(event, Fingerprint.of(event)),
              recorded(number).toEpochMilli(),
              event::getReportedPrecision);
    }
    PastFold whole = parts.getFirst();
    parts.stream().skip(1).forEach(whole::join);
    return whole.folds().getFirst().rows();
  }

  /** Timestamps are in no order. */
  private static Instant recorded(int number) {
    return Instant.ofEpochMilli(number % 2 == 0 ? number : number / 3);
  }

  private static List<Instant> aroundEachOf(List<Instant> times) {
    TreeSet<Instant> around = new TreeSet<>(times);
    times.forEach(time -> around.add(time.minusMillis(1)));
    return List.copyOf(around);
  }

  private static List<Event> withAllPrecisions(List<Event> events) {
    List<Event> all = new ArrayList<>();
    for (Event event : events) {
      LocalDate day = LocalDate.ofInstant(event.getReportedAt(), ZoneOffset.UTC);
      Event.Builder copy = Event.newBuilder(event);
      switch (Math.floorMod(event.hashCode(), 3)) {
        case 0 -> copy.setReportedPrecision(Precision.INSTANT);
        case 1 -> copy.setReportedPrecision(Precision.DAY).setReportedAt(start(day));
        default ->
            copy.setReportedPrecision(Precision.MONTH).setReportedAt(start(day.withDayOfMonth(1)));
      }
      all.add(copy.build());
    }
    return all;
  }

  private static Instant end(Event event) {
    LocalDate day = LocalDate.ofInstant(event.getReportedAt(), ZoneOffset.UTC);
    return switch (event.getReportedPrecision()) {
      case DAY -> start(day.plusDays(1));
      case MONTH -> start(YearMonth.from(day).plusMonths(1).atDay(1));
      default -> event.getReportedAt();
    };
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
