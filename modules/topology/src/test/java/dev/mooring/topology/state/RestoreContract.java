package dev.mooring.topology.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.contract.EventKey;
import dev.mooring.contract.Topics;
import dev.mooring.contract.event.Event;
import dev.mooring.metrics.Fact;
import dev.mooring.metrics.Fingerprint;
import dev.mooring.metrics.RowKeys;
import dev.mooring.metrics.Rows;
import dev.mooring.metrics.Scope;
import dev.mooring.metrics.Tallies;
import dev.mooring.metrics.oracle.Oracle;
import dev.mooring.metrics.oracle.OracleRows;
import dev.mooring.metrics.oracle.RandomHistory;
import dev.mooring.metrics.oracle.World;
import dev.mooring.topology.state.WithdrawalMessage.GoOn;
import dev.mooring.topology.state.WithdrawalMessage.Stands;
import dev.mooring.topology.state.WithdrawalMessage.StandsNoMore;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.utils.Bytes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * State that is restored from what was logged is the state that was: between commits the states are
 * thrown away and restored, sometimes with work that was never committed and is then done again.
 *
 * <p>It holds wherever the state is kept.
 */
abstract class RestoreContract {

  private final CompactedLog dossierLog = new CompactedLog(new Random(5));
  private final Map<Bytes, byte[]> tallyLog = new HashMap<>();
  private final NavigableMap<String, SpecificRecord> moorings = new TreeMap<>();
  private DossierState dossiers;
  private TallyState tallies = new TallyState();
  private DossierState standbyDossiers;
  private TallyState standbyTallies = new TallyState();

  /** An empty state. */
  abstract DossierState state();

  @BeforeEach
  void begin() {
    dossiers = state();
    standbyDossiers = state();
  }

  @AfterEach
  void end() {
    dossiers.clear();
    standbyDossiers.clear();
  }

  @ParameterizedTest
  @ValueSource(longs = {31, 32, 33, 34})
  void shouldEndInTheRowsOfTheOracleThoughStateIsRestoredAgainAndAgain(long seed) {
    // given
    Random random = new Random(seed);
    List<Event> events = new RandomHistory(seed, World.SMALL).take(3_000);
    int committed = 0;

    // when
    while (committed < events.size()) {
      int end = Math.min(events.size(), committed + 1 + random.nextInt(80));
      events.subList(committed, end).forEach(this::take);
      if (random.nextInt(4) > 0) {
        commit();
        committed = end;
      }
      if (random.nextInt(3) == 0 || committed < end) {
        restore();
      }
    }

    // then
    assertRowsOfOracle(events);
  }

  @ParameterizedTest
  @ValueSource(longs = {41, 42, 43, 44})
  void shouldEndInTheRowsOfTheOracleThoughActiveAndStandbyTakeTurns(long seed) {
    // given
    Random random = new Random(seed);
    List<Event> events = new RandomHistory(seed, World.SMALL).take(3_000);
    int taken = 0;

    // when
    while (taken < events.size()) {
      int end = Math.min(events.size(), taken + 1 + random.nextInt(80));
      events.subList(taken, end).forEach(this::take);
      taken = end;
      commit();
      if (random.nextInt(4) == 0) {
        takeTurns();
      }
    }

    // then
    assertRowsOfOracle(events);
  }

  /** What is logged for good grows with the state, not with the changes to it. */
  @ParameterizedTest
  @ValueSource(ints = {1, 5, 20})
  void shouldKeepTheChangelogWithinAFewTimesTheState(int eventsACommit) {
    // given
    List<Event> events = new RandomHistory(51, World.SMALL).take(3_000);

    // when
    for (int from = 0; from < events.size(); from += eventsACommit) {
      events.subList(from, Math.min(events.size(), from + eventsACommit)).forEach(this::take);
      commit();
    }

    // then
    long changes = dossierLog.size();
    long once = sizeAtOnce(events);
    dossierLog.cleanAll();
    assertThat(dossierLog.size()).isLessThan(4 * once);
    assertThat(changes).as("what was logged in all").isGreaterThan(8 * once);
  }

  /** What is logged when all is logged at once. */
  private long sizeAtOnce(List<Event> events) {
    DossierState busy = dossiers;
    dossiers = new DossierState();
    events.forEach(this::take);
    AtomicLong size = new AtomicLong();
    dossiers.log((key, value) -> size.addAndGet(value.length));
    dossiers = busy;
    return size.get();
  }

  private void assertRowsOfOracle(List<Event> events) {
    OracleRows expected = Oracle.rows(events);
    assertThat(rows(Scope.BANK)).isEqualTo(expected.of(Topics.BANK_METRICS));
    assertThat(rows(Scope.CITY)).isEqualTo(expected.of(Topics.CITY_METRICS));
    assertThat(rows(Scope.COUNTRY)).isEqualTo(expected.of(Topics.COUNTRY_METRICS));
    assertThat(days(Scope.BANK)).isEqualTo(expected.of(Topics.BANK_DAILY));
    assertThat(days(Scope.CITY)).isEqualTo(expected.of(Topics.CITY_DAILY));
    assertThat(moorings).isEqualTo(expected.of(Topics.MOORINGS));
    assertThat(dossiers.ledger().row(0)).isEqualTo(Oracle.ledger(0, events, 0));
  }

  private void take(Event event) {
    dossiers.take(
        EventKey.of(event).getBytes(StandardCharsets.UTF_8), Fact.of(event, Fingerprint.of(event)));
    followWithdrawals();
  }

  /** As if the withdrawals topic were read at once. */
  private void followWithdrawals() {
    List<WithdrawalMessage> messages = new ArrayList<>(dossiers.outbox().withdrawals());
    dossiers.outbox().withdrawals().clear();
    for (WithdrawalMessage message : messages) {
      switch (message) {
        case Stands(String bank, Fact withdrawal) -> dossiers.withdraw(bank, withdrawal);
        case StandsNoMore(String bank, var withdrawal) -> dossiers.withdrawNot(bank, withdrawal);
        case GoOn goOn -> {}
      }
      while (dossiers.follow(message.bank(), 2)) {
        assertThat(dossiers.touched()).isPositive();
      }
    }
  }

  private void commit() {
    dossiers.log(
        (key, value) -> {
          dossierLog.append(key, value);
          standbyDossiers.restore(key, value);
        });
    Tallies differences = dossiers.outbox().tallies();
    for (Scope scope : Scope.values()) {
      differences
          .of(scope)
          .forEach(
              (id, tally) ->
                  TallyCodec.write(
                      tally,
                      piece -> TallyCodec.addTo(tallies.changing(new ScopeId(scope, id)), piece)));
    }
    dossiers.forEachChangedMooring(
        (pair, city, state) -> {
          String key = RowKeys.mooring(pair, city);
          if (state == null) {
            moorings.remove(key);
          } else {
            moorings.put(key, Rows.mooring(pair, city, state));
          }
        });
    dossiers.settle();
    tallies.log(
        (key, value) -> {
          put(tallyLog, key, value);
          standbyTallies.restore(key, value);
        });
    tallies.settle();
  }

  private void restore() {
    dossiers.clear();
    dossiers = state();
    dossierLog.cleanSome();
    dossierLog.read(dossiers::restore);
    tallies = new TallyState();
    tallyLog.forEach((key, value) -> tallies.restore(key.get(), value));
  }

  /** Neither begins anew: what was active goes on as a standby, with what it has. */
  private void takeTurns() {
    DossierState activeDossiers = dossiers;
    dossiers = standbyDossiers;
    standbyDossiers = activeDossiers;
    TallyState activeTallies = tallies;
    tallies = standbyTallies;
    standbyTallies = activeTallies;
  }

  private NavigableMap<String, SpecificRecord> rows(Scope scope) {
    NavigableMap<String, SpecificRecord> rows = new TreeMap<>();
    tallies.forEach(
        (id, tally) -> {
          if (id.scope() == scope && !tally.totals().isZero()) {
            rows.put(id.id(), Rows.metrics(scope, id.id(), tally));
          }
        });
    return rows;
  }

  private NavigableMap<String, SpecificRecord> days(Scope scope) {
    NavigableMap<String, SpecificRecord> rows = new TreeMap<>();
    tallies.forEach(
        (id, tally) -> {
          if (id.scope() == scope) {
            tally
                .days()
                .forEach(
                    (counts, day) ->
                        rows.put(
                            RowKeys.daily(id.id(), day), Rows.daily(scope, id.id(), day, counts)));
          }
        });
    return rows;
  }

  private static void put(Map<Bytes, byte[]> log, byte[] key, byte[] value) {
    if (value == null) {
      log.remove(Bytes.wrap(key));
    } else {
      log.put(Bytes.wrap(key), value);
    }
  }
}
