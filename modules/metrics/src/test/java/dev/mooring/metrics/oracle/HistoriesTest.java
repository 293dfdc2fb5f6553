package dev.mooring.metrics.oracle;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.contract.EventKey;
import dev.mooring.contract.EventValidator;
import dev.mooring.contract.Topics;
import dev.mooring.contract.event.Event;
import dev.mooring.contract.row.BankDaily;
import dev.mooring.contract.row.BankMetrics;
import dev.mooring.contract.row.LedgerRow;
import dev.mooring.contract.row.MooringRow;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** The generated histories are valid and full of trouble, and the oracle keeps the law on them. */
class HistoriesTest {

  @Provide
  Arbitrary<List<Event>> histories() {
    return Histories.histories();
  }

  @Provide
  Arbitrary<Random> randoms() {
    return Arbitraries.randomValue(random -> new Random(random.nextLong()));
  }

  @Property(tries = 300)
  void shouldBeValid(@ForAll("histories") List<Event> history) {
    assertThat(history).allSatisfy(event -> assertThat(EventValidator.problems(event)).isEmpty());
  }

  @Property(tries = 300)
  void shouldNotDependOnOrderOrRepeats(
      @ForAll("histories") List<Event> history, @ForAll("randoms") Random random) {
    List<Event> arrived = new ArrayList<>(history);
    history.stream().filter(event -> random.nextBoolean()).forEach(arrived::add);
    Collections.shuffle(arrived, random);

    OracleRows expected = Oracle.rows(history);
    OracleRows actual = Oracle.rows(arrived);

    for (var topic : Topics.OUTPUTS.subList(0, 8)) {
      assertThat(actual.of(topic)).isEqualTo(expected.of(topic));
    }
  }

  @Property(tries = 300)
  void shouldKeepTheIdentities(@ForAll("histories") List<Event> history) {
    OracleRows rows = Oracle.rows(history);

    for (var row : rows.of(Topics.BANK_METRICS).values()) {
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
    assertThat(daily(rows)).isEqualTo(totals(rows));
  }

  @Property(tries = 100)
  void shouldAddUpInTheLedger(@ForAll("histories") List<Event> history) {
    LedgerRow row = Oracle.ledger(0, history, 2);

    assertThat(row.getRead())
        .isEqualTo(history.size() + 2L)
        .isEqualTo(
            row.getStanding()
                + row.getDisputed()
                + row.getRetracted()
                + row.getSuperseded()
                + row.getDuplicate()
                + row.getRejected());
  }

  @Test
  void shouldRepeatItselfForASeed() {
    List<Event> once = new RandomHistory(7).take(500);

    assertThat(new RandomHistory(7).take(500)).isEqualTo(once);
    assertThat(new RandomHistory(8).take(500)).isNotEqualTo(once);
  }

  @Test
  void shouldStayValidOverALongRun() {
    assertThat(new RandomHistory(1).take(5_000))
        .allSatisfy(event -> assertThat(EventValidator.problems(event)).isEmpty());
  }

  @Test
  void shouldMeetAllTrouble() {
    List<Event> history = new RandomHistory(1, World.SMALL).take(5_000);

    Set<String> met = new HashSet<>();
    for (List<Event> revisions : byIdentity(history).values()) {
      met.addAll(Trouble.among(revisions));
    }
    history.stream().collect(groupingBy(Event::getId)).values().stream()
        .filter(same -> same.stream().map(EventKey::of).distinct().count() > 1)
        .forEach(same -> met.add("same id under another key"));

    assertThat(met).containsExactlyInAnyOrderElementsOf(Trouble.ALL);
  }

  @Test
  void shouldMeetEveryStateOfAMooring() {
    Set<String> accounts = new HashSet<>();
    Set<Boolean> restricted = new HashSet<>();
    boolean unplaced = false;
    boolean timed = false;
    boolean cityless = false;
    for (int seed = 0; seed < 50; seed++) {
      OracleRows rows = Oracle.rows(new RandomHistory(seed, World.SMALL).take(60));
      for (var row : rows.of(Topics.MOORINGS).values()) {
        MooringRow mooring = (MooringRow) row;
        accounts.add(mooring.getAccount());
        restricted.add(mooring.getRestricted());
        timed |= mooring.getDaysToOpen() != null;
        cityless |= mooring.getCity() == null;
      }
      unplaced |=
          rows.of(Topics.BANK_METRICS).values().stream()
              .anyMatch(bank -> ((BankMetrics) bank).getUnplaced() > 0);
    }

    assertThat(accounts).containsExactlyInAnyOrder("NONE", "OPEN", "DORMANT", "CLOSED");
    assertThat(restricted).containsExactlyInAnyOrder(true, false);
    assertThat(unplaced && timed && cityless).isTrue();
  }

  private static Map<String, List<Event>> byIdentity(List<Event> history) {
    return history.stream().collect(groupingBy(event -> EventKey.of(event) + " " + event.getId()));
  }

  private static Map<String, Long> daily(OracleRows rows) {
    return rows.of(Topics.BANK_DAILY).values().stream()
        .map(BankDaily.class::cast)
        .collect(groupingBy(BankDaily::getBank, summingLong(HistoriesTest::sum)));
  }

  private static long sum(BankDaily day) {
    return day.getEvents()
        + 1_000 * (day.getAccountsOpened() + day.getAccountsFirstSeen())
        + 1_000_000 * day.getAccountsClosed();
  }

  private static Map<String, Long> totals(OracleRows rows) {
    return rows.of(Topics.BANK_METRICS).values().stream()
        .map(BankMetrics.class::cast)
        .filter(bank -> bank.getEvents() > 0)
        .collect(groupingBy(BankMetrics::getBank, summingLong(HistoriesTest::sum)));
  }

  private static long sum(BankMetrics bank) {
    return bank.getEvents()
        + 1_000 * (bank.getAccountsOpened() + bank.getAccountsFirstSeen())
        + 1_000_000 * bank.getAccountsClosed();
  }
}
