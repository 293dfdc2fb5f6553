package dev.mooring.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mooring.contract.Topics;
import dev.mooring.contract.event.Event;
import dev.mooring.contract.row.BankDaily;
import dev.mooring.contract.row.BankMetrics;
import dev.mooring.contract.row.CityDaily;
import dev.mooring.contract.row.CityMetrics;
import dev.mooring.metrics.oracle.Histories;
import dev.mooring.metrics.oracle.RandomHistory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Section 3 of the contract: rows are a function of the set of events. */
class LawTest {

  @Provide
  Arbitrary<List<Event>> histories() {
    return Histories.histories();
  }

  @Property(tries = 3000)
  void shouldFoldToTheRowsOfTheOracle(@ForAll("histories") List<Event> events) {
    Folds.assertSameAsOracle(Folds.rows(events), events);
  }

  @Property(tries = 1000)
  void shouldNotDependOnOrderOrRepeats(
      @ForAll("histories") List<Event> events, @ForAll Random random) {
    List<Event> shuffled = new ArrayList<>(events);
    events.stream().filter(event -> random.nextInt(3) == 0).forEach(shuffled::add);
    Collections.shuffle(shuffled, random);

    assertThat(Folds.rows(shuffled)).isEqualTo(Folds.rows(events));
  }

  @Property(tries = 1000)
  void shouldNotDependOnThePartsThatWereFoldedApart(
      @ForAll("histories") List<Event> events, @ForAll @IntRange(min = 1, max = 5) int parts) {
    List<MemoryFold> folds = Stream.generate(MemoryFold::new).limit(parts).toList();
    for (Event event : events) {
      folds.get(Math.floorMod(Parties.of(event).key().hashCode(), parts)).add(event);
    }
    MemoryFold whole = folds.getFirst();
    folds.stream().skip(1).forEach(whole::join);

    Folds.assertSameAsOracle(whole.rows(), events);
  }

  @Property(tries = 500)
  void shouldGoOnAfterItWasJoined(@ForAll("histories") List<Event> events) {
    int middle = events.size() / 2;
    MemoryFold whole = new MemoryFold();
    MemoryFold other = new MemoryFold();
    for (Event event : events.subList(0, middle)) {
      (Parties.of(event).isPair() ? whole : other).add(event);
    }
    whole.join(other);
    events.subList(middle, events.size()).forEach(whole::add);

    Folds.assertSameAsOracle(whole.rows(), events);
  }

  @Test
  void shouldRefuseToJoinFoldsThatShareAKey() {
    List<Event> events = new RandomHistory(3).take(1);
    MemoryFold one = new MemoryFold();
    MemoryFold other = new MemoryFold();
    one.add(events.getFirst());
    other.add(events.getFirst());

    assertThatThrownBy(() -> one.join(other))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(Parties.of(events.getFirst()).key());
  }

  /** A long life in few relationships: checkpoints, indexes and many slots are in use. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void shouldFoldLongHistoriesToTheRowsOfTheOracle(long seed) {
    List<Event> events =
        new RandomHistory(seed, dev.mooring.metrics.oracle.World.SMALL).take(6_000);

    Folds.assertSameAsOracle(Folds.rows(events), events);
  }

  @ParameterizedTest
  @ValueSource(longs = {7, 8})
  void shouldFoldWideHistoriesToTheRowsOfTheOracle(long seed) {
    List<Event> events = new RandomHistory(seed).take(30_000);

    Folds.assertSameAsOracle(Folds.rows(events), events);
  }

  @Property(tries = 500)
  void shouldKeepTheIdentitiesOfAccountsAndFunnel(@ForAll("histories") List<Event> events) {
    var rows = Folds.rows(events);
    for (SpecificRecord row : rows.get(Topics.BANK_METRICS).values()) {
      BankMetrics bank = (BankMetrics) row;
      assertThat(bank.getAccountsOpened() + bank.getAccountsFirstSeen() - bank.getAccountsClosed())
          .isEqualTo(bank.getAccountsOpen() + bank.getAccountsDormant());
      assertThat(
              List.of(
                  bank.getFunnelContacted(),
                  bank.getFunnelApplied(),
                  bank.getFunnelApproved(),
                  bank.getFunnelOpened(),
                  bank.getFunnelActivated()))
          .isSortedAccordingTo(Collections.reverseOrder());
    }
  }

  @Property(tries = 500)
  void shouldSumDaysToTotals(@ForAll("histories") List<Event> events) {
    var rows = Folds.rows(events);
    long inAll =
        rows.get(Topics.BANK_METRICS).values().stream()
            .mapToLong(row -> ((BankMetrics) row).getEvents())
            .sum();
    long byDay =
        rows.get(Topics.BANK_DAILY).values().stream()
            .mapToLong(row -> ((BankDaily) row).getEvents())
            .sum();
    assertThat(byDay).isEqualTo(inAll);
    assertThat(closedByDay(rows)).isEqualTo(closedInAll(rows));
  }

  private static long closedByDay(Map<?, NavigableMap<String, SpecificRecord>> rows) {
    return rows.get(Topics.CITY_DAILY).values().stream()
        .mapToLong(row -> ((CityDaily) row).getAccountsClosed())
        .sum();
  }

  private static long closedInAll(Map<?, NavigableMap<String, SpecificRecord>> rows) {
    return rows.get(Topics.CITY_METRICS).values().stream()
        .mapToLong(row -> ((CityMetrics) row).getAccountsClosed())
        .sum();
  }
}
