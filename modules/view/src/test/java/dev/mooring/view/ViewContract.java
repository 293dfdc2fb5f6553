package dev.mooring.view;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mooring.contract.TopicSpec;
import dev.mooring.contract.Topics;
import dev.mooring.contract.reference.Bank;
import dev.mooring.contract.reference.Firm;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What every view does, wherever its rows come from. */
public abstract class ViewContract {

  private static final Duration LONG = Duration.ofSeconds(30);

  /** The view under test, which has nothing in it at first. */
  protected abstract View view();

  /** Puts a record, which need not show before {@link #published}. */
  protected abstract void put(TopicSpec topic, String key, SpecificRecord row);

  /** Commits what was put, and gives the position that covers it. */
  protected abstract Position published();

  /** Publishes and waits for it. */
  protected final Snapshot shown() throws InterruptedException {
    assertThat(view().await(published(), LONG)).as("shown in time").isTrue();
    return view().snapshot();
  }

  protected static Bank bank(String id, String name) {
    return Bank.newBuilder().setId(id).setName(name).build();
  }

  protected final void putBank(String id, String name) {
    put(Topics.BANKS, id, name == null ? null : bank(id, name));
  }

  protected static List<String> names(Snapshot rows) {
    return rows.banks().values().map(Bank::getName).toList();
  }

  /** What changed, by row: the name before and the name after. */
  protected static List<String> told(List<Changes> steps) {
    return steps.stream()
        .flatMap(step -> step.changes().stream())
        .map(change -> change.key() + ": " + name(change.before()) + " > " + name(change.after()))
        .toList();
  }

  /** Listeners are told after the rows are shown, on another thread: waits for that. */
  protected static List<String> told(List<Changes> steps, int count) {
    return Awaitility.await().until(() -> told(steps), rows -> rows.size() >= count);
  }

  private static String name(Optional<SpecificRecord> row) {
    return row.map(bank -> ((Bank) bank).getName()).orElse("none");
  }

  @Test
  void shouldShowTheLatestRowOfEachKeyInTheirOrder() throws Exception {
    putBank("za-bank", "ZA");
    putBank("dbs", "DBS");
    putBank("za-bank", "ZA Bank");

    Snapshot rows = shown();

    assertThat(rows.banks().keys()).containsExactly("dbs", "za-bank");
    assertThat(names(rows)).containsExactly("DBS", "ZA Bank");
    assertThat(rows.banks().size()).isEqualTo(2);
  }

  @Test
  void shouldOrderByTheBytesOfKeys() throws Exception {
    List<String> keys = List.of("a", "a-b", "a/b", "ab", "z", "é", "語", "\uD83C\uDFE6");
    keys.reversed().forEach(key -> putBank(key, key));

    assertThat(shown().banks().keys()).containsExactlyElementsOf(keys);
  }

  @Test
  void shouldGiveRowsAsTheyAreStoredAndInParts() throws Exception {
    List<String> ids = IntStream.range(0, 1_500).mapToObj("bank-%04d"::formatted).toList();
    ids.forEach(id -> putBank(id, id));

    List<Table<Bank>> parts = shown().banks().parts(400).toList();

    assertThat(parts).hasSizeGreaterThan(1).allMatch(part -> part.size() > 0);
    assertThat(parts.stream().flatMap(Table::keys)).containsExactlyElementsOf(ids);
    List<String> stored = new ArrayList<>();
    parts.forEach(part -> part.bodies((bytes, from) -> stored.add(text(bytes, from))));
    assertThat(stored).containsExactlyElementsOf(ids);
  }

  /** The short text that an Avro body begins with. */
  private static String text(byte[] bytes, int from) {
    return new String(bytes, from + 1, bytes[from] / 2, UTF_8);
  }

  @Test
  void shouldFindARowByItsKeyOnly() throws Exception {
    putBank("dbs", "DBS");

    Table<Bank> banks = shown().banks();

    assertThat(banks.get("dbs")).contains(bank("dbs", "DBS"));
    assertThat(banks.get("db")).isEmpty();
    assertThat(banks.get("dbs2")).isEmpty();
    assertThat(banks.get("")).isEmpty();
  }

  @Test
  void shouldGiveRowsByPrefixAndBehindAKey() throws Exception {
    List.of("a", "a/1", "a/2", "a0", "b/1").forEach(key -> putBank(key, key));

    Table<Bank> banks = shown().banks();

    assertThat(banks.rowsWithPrefix("a/").map(Row::key)).containsExactly("a/1", "a/2");
    assertThat(banks.rowsWithPrefix("c")).isEmpty();
    assertThat(banks.rowsAfter("a/1").map(Row::key)).containsExactly("a/2", "a0", "b/1");
    assertThat(banks.rowsAfter("a/1x").map(Row::key)).containsExactly("a/2", "a0", "b/1");
    assertThat(banks.rowsAfter("b/1")).isEmpty();
  }

  @Test
  void shouldWithdrawARowByATombstone() throws Exception {
    putBank("dbs", "DBS");
    putBank("za-bank", "ZA Bank");
    shown();

    putBank("dbs", null);
    Snapshot rows = shown();

    assertThat(names(rows)).containsExactly("ZA Bank");
    assertThat(rows.banks().get("dbs")).isEmpty();
  }

  @Test
  void shouldHoldManyRowsThroughManySteps() throws Exception {
    Map<String, String> expected = new java.util.TreeMap<>();
    Snapshot rows = null;
    for (int step = 0; step < 5; step++) {
      for (int i = step; i < 3_000; i += step + 1) {
        String key = "bank-%05d".formatted(i);
        String name = i % 7 == step ? null : "name %d of step %d".formatted(i, step);
        putBank(key, name);
        expected.compute(key, (unused, old) -> name);
      }
      rows = shown();
    }

    assertThat(rows.banks().rows().map(row -> row.key() + row.value().getName()))
        .containsExactlyElementsOf(
            expected.entrySet().stream().map(row -> row.getKey() + row.getValue()).toList());
  }

  @Test
  void shouldNotChangeASnapshotThatItHasGiven() throws Exception {
    IntStream.range(0, 1_000).forEach(i -> putBank("bank-%04d".formatted(i), "old"));
    Snapshot before = shown();

    IntStream.range(0, 1_000)
        .forEach(i -> putBank("bank-%04d".formatted(i), i % 2 == 0 ? null : "new"));
    Snapshot after = shown();

    assertThat(names(before)).hasSize(1_000).containsOnly("old");
    assertThat(names(after)).hasSize(500).containsOnly("new");
    assertThat(after.position().covers(before.position())).isTrue();
    assertThat(before.position().covers(after.position())).isFalse();
  }

  @Test
  void shouldTellOfWhatWasBeforeAndAfter() throws Exception {
    putBank("dbs", "DBS");
    shown();
    List<Changes> steps = new CopyOnWriteArrayList<>();
    try (View.Subscription subscription = view().onChanges(steps::add)) {

      putBank("dbs", "DBS Bank");
      putBank("dbs", "DBS Group");
      shown();
      putBank("dbs", null);
      putBank("za-bank", "ZA Bank");
      shown();

      assertThat(names(subscription.start())).containsExactly("DBS");
      assertThat(told(steps, 4)).hasSize(4);
    }
    assertThat(told(steps))
        .containsSubsequence(
            "dbs: DBS > DBS Bank", "dbs: DBS Bank > DBS Group", "dbs: DBS Group > none")
        .contains("za-bank: none > ZA Bank");
    assertThat(names(steps.getLast().after())).containsExactly("ZA Bank");
  }

  @Test
  void shouldTellWhereAChangeStands() throws Exception {
    List<Changes> steps = new CopyOnWriteArrayList<>();
    try (View.Subscription subscription = view().onChanges(steps::add)) {
      putBank("dbs", "DBS");
      Snapshot rows = shown();
      assertThat(told(steps, 1)).hasSize(1);

      Change change = steps.getFirst().changes().getFirst();
      assertThat(change.topic()).isEqualTo(Topics.BANKS);
      assertThat(rows.position().next(new TopicPartition(Topics.BANKS.name(), change.partition())))
          .isGreaterThan(change.offset());
      assertThat(subscription.start().position().covers(rows.position())).isFalse();
    }
  }

  @Test
  void shouldTellProgramsOfRows() throws Exception {
    List<String> rows = new CopyOnWriteArrayList<>();
    try (var subscription =
        view().onRow((before, after) -> rows.add(name(before) + " > " + name(after)))) {
      assertThat(subscription.start().banks().size()).isZero();
      putBank("dbs", "DBS");
      shown();
      Awaitility.await().until(() -> !rows.isEmpty());
    }
    assertThat(rows).containsExactly("none > DBS");
  }

  @Test
  void shouldGoOnWhenAListenerFailsOrLeaves() throws Exception {
    List<Changes> heard = new CopyOnWriteArrayList<>();
    List<Changes> left = new CopyOnWriteArrayList<>();
    view()
        .onChanges(
            step -> {
              heard.add(step);
              throw new IllegalStateException("a listener that fails, on purpose");
            });
    View.Subscription leaves = view().onChanges(left::add);

    putBank("dbs", "DBS");
    shown();
    assertThat(told(left, 1)).hasSize(1);
    leaves.close();
    putBank("dbs", "DBS Bank");
    shown();

    assertThat(told(heard, 2)).containsExactly("dbs: none > DBS", "dbs: DBS > DBS Bank");
    assertThat(told(left)).containsExactly("dbs: none > DBS");
  }

  @Test
  void shouldMakeTheSnapshotOfStartAndTheStepsOneStory() throws Exception {
    for (int i = 0; i < 20; i++) {
      putBank("dbs", "v" + i);
      shown();
      List<Changes> story = new CopyOnWriteArrayList<>();
      try (var subscription = view().onChanges(story::add)) {
        String start = names(subscription.start()).getFirst();
        putBank("dbs", "w" + i);
        shown();
        assertThat(told(story, 1)).containsExactly("dbs: " + start + " > w" + i);
      }
    }
  }

  @Test
  void shouldSayHowFreshItIs() throws Exception {
    assertThat(view().awaitCaughtUp(LONG)).isTrue();
    putBank("dbs", "DBS");
    shown();

    Freshness freshness = view().freshness();

    assertThat(freshness.caughtUp()).isTrue();
    assertThat(freshness.trouble()).isEmpty();
    assertThat(freshness.position().covers(view().snapshot().position())).isTrue();
  }

  @Test
  void shouldNotWaitForEver() throws Exception {
    assertThat(view().await(Position.START, Duration.ZERO)).isTrue();
    Position never = Position.parse(Topics.BANKS.name() + ":0:9000000");
    assertThat(view().await(never, Duration.ofMillis(1))).isFalse();
  }

  @Test
  void shouldRefuseAnotherTypeThanThatOfTheTopic() {
    assertThatThrownBy(() -> view().snapshot().table(Topics.BANKS, Firm.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Firm");
  }

  @Test
  void shouldRefuseATopicThatItDoesNotHold() {
    assertThatThrownBy(() -> view().snapshot().table(Topics.EVENTS, Bank.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(Topics.EVENTS.name())
        .hasMessageContaining(Topics.BANKS.name());
  }

  @Test
  void shouldKeepItsLastSnapshotWhenItIsClosed() throws Exception {
    putBank("dbs", "DBS");
    shown();

    view().close();

    assertThat(names(view().snapshot())).containsExactly("DBS");
  }
}
