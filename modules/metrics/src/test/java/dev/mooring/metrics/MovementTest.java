package dev.mooring.metrics;

import static dev.mooring.metrics.oracle.EventBuilder.event;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.contract.Topics;
import dev.mooring.contract.event.Event;
import dev.mooring.contract.event.EventType;
import dev.mooring.metrics.oracle.EventBuilder;
import dev.mooring.metrics.oracle.Histories;
import dev.mooring.metrics.oracle.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.BeforeTry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MovementTest {

  private static final int PARTITIONS = 3;

  private MemoryFold fresh = new MemoryFold();
  private LaggingFold live = new LaggingFold();

  @BeforeTry
  void startAnew() {
    fresh = new MemoryFold();
    live = new LaggingFold();
  }

  @Provide
  Arbitrary<List<Event>> histories() {
    return Histories.histories(World.SMALL, 80);
  }

  @Property(tries = 3000)
  void shouldConcernEveryRowThatMayBeSeenMoved(
      @ForAll("histories") List<Event> events, @ForAll Random random) {
    // given events up to a mark, and some that come behind it in each partition
    List<Event> before = events.subList(0, random.nextInt(events.size() + 1));
    List<Event> behind = events.subList(before.size(), events.size());
    before.forEach(fresh::add);
    before.forEach(live::add);
    live.settle();
    var marked = fresh.rows();

    // when those behind are folded one partition after the other, and live they are on their way
    MovingFold moving = new MovingFold(fresh);
    partitions(behind).forEach(those -> those.forEach(event -> add(moving, event)));
    Movement movement = moving.movement();
    goOn(partitions(behind), random);

    // then
    var seen = live.rows();
    marked.forEach(
        (topic, rows) ->
            union(rows.keySet(), seen.get(topic).keySet()).stream()
                .filter(key -> !movement.concerns(topic, key))
                .forEach(
                    key ->
                        assertThat(seen.get(topic).get(key))
                            .as("%s %s", topic.name(), key)
                            .isEqualTo(rows.get(key))));
    Folds.assertSameAsOracle(fresh.rows(), events);
  }

  @Test
  void shouldConcernOnlyWhatAnEventMoves() {
    // given
    fresh.add(opened("za-bank", "acme").city("hong-kong").build());

    // when
    Movement movement =
        movement(opened("za-bank", "basalt").city("hong-kong").on("2023-01-02").build());

    // then
    assertThat(
            List.of(
                movement.concerns(Topics.BANK_METRICS, "za-bank"),
                movement.concerns(Topics.CITY_METRICS, "hong-kong"),
                movement.concerns(Topics.CITY_DAILY, "hong-kong/2023-01-02"),
                movement.concerns(Topics.MOORINGS, "za-bank/basalt/hong-kong")))
        .containsOnly(true);
    assertThat(
            List.of(
                movement.concerns(Topics.BANK_METRICS, "other-bank"),
                movement.concerns(Topics.CITY_METRICS, "zurich"),
                movement.concerns(Topics.CITY_DAILY, "hong-kong/2023-01-01"),
                movement.concerns(Topics.MOORINGS, "za-bank/acme/hong-kong"),
                movement.concerns(Topics.REASONS, "city/hong-kong/CLOSURE/DE_RISK")))
        .containsOnly(false);
  }

  @Test
  void shouldConcernNothingThatARepeatLeavesAsItWas() {
    // given
    Event event = opened("za-bank", "acme").city("hong-kong").build();
    fresh.add(event);

    // when
    Movement movement = movement(event);

    // then
    assertThat(movement.concerns(Topics.BANK_METRICS, "za-bank")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "junk", "planet/earth/CLOSURE/DE_RISK", "country/HK/CLOSURE/DE_RISK"})
  void shouldNotConcernRowsThatAreNoneOfOurs(String key) {
    Movement movement = movement(event().bank("za-bank").type(EventType.BANK_WITHDREW).build());

    assertThat(movement.concerns(Topics.REASONS, key)).isFalse();
  }

  @Test
  void shouldConcernAllThatABankHasAPartInWhenItWithdraws() {
    // given
    fresh.add(opened("za-bank", "acme").city("hong-kong").build());

    // when
    Movement movement =
        movement(event().bank("za-bank").type(EventType.BANK_WITHDREW).on("2023-02-01").build());

    // then
    assertThat(
            List.of(
                movement.concerns(Topics.MOORINGS, "za-bank/acme/hong-kong"),
                movement.concerns(Topics.CITY_METRICS, "hong-kong"),
                movement.concerns(Topics.REASONS, "city/hong-kong/CLOSURE/VERTICAL_EXIT")))
        .containsOnly(true);
    assertThat(movement.concerns(Topics.CITY_METRICS, "zurich")).isFalse();
  }

  private Movement movement(Event event) {
    MovingFold moving = new MovingFold(fresh);
    add(moving, event);
    return moving.movement();
  }

  /** Until some moment, partitions and withdrawals each in their own order. */
  private void goOn(List<List<Event>> partitions, Random random) {
    int[] next = new int[partitions.size()];
    int steps = random.nextInt(200);
    for (int step = 0; step < steps; step++) {
      int which = random.nextInt(partitions.size() + 1);
      if (which == partitions.size()) {
        live.arrive();
      } else if (next[which] < partitions.get(which).size()) {
        live.add(partitions.get(which).get(next[which]++));
      }
    }
  }

  private static List<List<Event>> partitions(List<Event> events) {
    return new ArrayList<>(
        events.stream()
            .collect(
                groupingBy(event -> Math.floorMod(Parties.of(event).key().hashCode(), PARTITIONS)))
            .values());
  }

  private static Set<String> union(Set<String> some, Set<String> others) {
    Set<String> all = new TreeSet<>(some);
    all.addAll(others);
    return all;
  }

  private static EventBuilder opened(String bank, String firm) {
    return event().pair(bank, firm).type(EventType.ACCOUNT_OPENED);
  }

  private static void add(MovingFold fold, Event event) {
    fold.add(Parties.of(event), Fact.of(event, Fingerprint.of(event)));
  }
}
