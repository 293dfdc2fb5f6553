package dev.mooring.topology.state;

import static dev.mooring.metrics.oracle.EventBuilder.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.contract.EventKey;
import dev.mooring.contract.event.Event;
import dev.mooring.contract.event.EventType;
import dev.mooring.metrics.Account;
import dev.mooring.metrics.Fact;
import dev.mooring.metrics.Fingerprint;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a state must bear, wherever it is kept. */
class DossierStateTest {

  enum Kept {
    ON_HEAP,
    IN_ROCKSDB
  }

  private static final int CHUNK = 100;

  @TempDir private Path directory;
  private RocksSpace space;
  private DossierState state;

  @BeforeEach
  void makeSpace() {
    space = TestedSpace.in(directory);
  }

  @AfterEach
  void close() {
    state.clear();
    space.close();
  }

  @ParameterizedTest
  @EnumSource
  void shouldTellHowManyEntriesItsChangelogHolds(Kept kept) {
    // given: three relationships, which share a page, and the ledger
    state = states(kept).get();
    opened("za-bank", 0, 3).forEach(this::take);
    List<Integer> entries = new ArrayList<>();

    // when
    state.log((key, value) -> entries.add(DossierState.entriesIn(key, value)));

    // then
    assertThat(entries).containsExactly(3, 1);
  }

  @ParameterizedTest
  @EnumSource
  void shouldLetAllRelationshipsOfABankFollowItsWithdrawalInChunks(Kept kept) {
    // given
    state = states(kept).get();
    opened("za-bank", 0, 1_000).forEach(this::take);
    opened("zb-bank", 0, 10).forEach(this::take);
    commit();
    opened("za-bank", 1_000, 1_010).forEach(this::take);

    // when
    state.withdraw("za-bank", withdrawal("za-bank"));
    Map<String, Account> accounts = new TreeMap<>();
    boolean more = true;
    int chunks = 0;
    while (more) {
      more = state.follow("za-bank", CHUNK);
      assertThat(state.touched()).isLessThanOrEqualTo(CHUNK + 11);
      if (chunks == 2) {
        opened("za-bank", 1_010, 1_011).forEach(this::take);
      }
      chunks++;
      state.forEachChangedMooring(
          (pair, city, mooring) -> accounts.put(pair.key(), mooring.account()));
      commit();
    }

    // then
    assertThat(chunks).isGreaterThanOrEqualTo(1_000 / CHUNK);
    assertThat(accounts).hasSize(1_011);
    assertThat(accounts.values()).containsOnly(Account.CLOSED);
    assertThat(accounts.keySet()).allMatch(key -> key.startsWith("za-bank/"));
  }

  @ParameterizedTest
  @EnumSource
  void shouldKnowEveryEventOfALargeRelationshipAgain(Kept kept) {
    // given
    state = states(kept).get();
    List<Event> events =
        IntStream.range(0, 3_000)
            .mapToObj(id -> event().pair("za-bank", "osl").id(id).on("2023-01-01").build())
            .toList();

    // when
    for (int i = 0; i < events.size(); i++) {
      take(events.get(i));
      if (i % 50 == 0) {
        commit();
        opened("zb-bank", i, i + 30).forEach(this::take);
        commit();
      }
    }
    long others = state.ledger().row(0).getRead() - events.size();
    events.forEach(this::take);

    // then
    assertThat(state.ledger().row(0).getDuplicate()).isEqualTo(3_000);
    assertThat(state.ledger().row(0).getStanding()).isEqualTo(3_000 + others);
  }

  @ParameterizedTest
  @EnumSource
  void shouldKnowNothingMoreWhenItWasCleared(Kept kept) {
    // given
    state = states(kept).get();
    List<Event> events = opened("za-bank", 0, 200);
    events.forEach(this::take);
    commit();
    events.subList(0, 10).forEach(this::take);

    // when
    state.clear();
    events.forEach(this::take);

    // then
    assertThat(state.ledger().row(0).getDuplicate()).isZero();
    assertThat(state.ledger().row(0).getStanding()).isEqualTo(200);
  }

  /** A lane goes from one store to the other by a restart. */
  @ParameterizedTest
  @EnumSource
  void shouldGoOnWithWhatTheOtherKindHasLogged(Kept kept) {
    // given
    Kept other = kept == Kept.ON_HEAP ? Kept.IN_ROCKSDB : Kept.ON_HEAP;
    state = states(other).get();
    List<Event> events = opened("za-bank", 0, 500);
    events.forEach(this::take);
    List<Map.Entry<byte[], byte[]>> changelog = new ArrayList<>();
    state.log((key, value) -> changelog.add(Map.entry(key, value)));
    state.clear();

    // when
    state = states(kept).get();
    changelog.forEach(entry -> state.restore(entry.getKey(), entry.getValue()));
    events.forEach(this::take);

    // then
    assertThat(state.ledger().row(0).getDuplicate()).isEqualTo(500);
    assertThat(state.ledger().row(0).getStanding()).isEqualTo(500);
  }

  private Supplier<DossierState> states(Kept kept) {
    return switch (kept) {
      case ON_HEAP -> DossierState::new;
      case IN_ROCKSDB -> () -> new DossierState(space);
    };
  }

  private static List<Event> opened(String bank, int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(i -> event().pair(bank, "firm-" + i).type(EventType.ACCOUNT_OPENED).build())
        .toList();
  }

  private static Fact withdrawal(String bank) {
    return fact(event().bank(bank).type(EventType.BANK_WITHDREW).on("2023-05-01").build());
  }

  private void take(Event event) {
    state.take(EventKey.of(event).getBytes(StandardCharsets.UTF_8), fact(event));
  }

  private static Fact fact(Event event) {
    return Fact.of(event, Fingerprint.of(event));
  }

  private void commit() {
    state.log((key, value) -> {});
    state.settle();
  }
}
