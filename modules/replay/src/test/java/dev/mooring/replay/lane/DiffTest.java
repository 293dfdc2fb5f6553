package dev.mooring.replay.lane;

import static dev.mooring.replay.lane.LanesInMemory.PLACE;
import static dev.mooring.replay.lane.LanesInMemory.TOPIC;
import static dev.mooring.replay.lane.LanesInMemory.wire;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.replay.asof.RowChange;
import dev.mooring.replay.asof.RowChange.Field;
import dev.mooring.replay.asof.RowChange.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.junit.jupiter.api.Test;

class DiffTest {

  private static final Schema OLD =
      SchemaBuilder.record("a.Row").fields().requiredString("bank").requiredLong("n").endRecord();
  private static final Schema NEW =
      SchemaBuilder.record("a.Row")
          .fields()
          .requiredString("bank")
          .requiredLong("n")
          .optionalString("first")
          .endRecord();

  /** Ids 1 and 2 are two names of one schema. */
  private final LanesInMemory lanes =
      new LanesInMemory(2).schema(1, OLD).schema(2, OLD).schema(3, NEW);

  @Property(tries = 300)
  void shouldFindJustTheRowsThatDiffer(
      @ForAll @Size(max = 40) List<@IntRange(max = 59) Integer> first,
      @ForAll @Size(max = 40) List<@IntRange(max = 59) Integer> second) {
    // given
    LanesInMemory both = new LanesInMemory(2).schema(1, OLD);
    Map<String, Integer> left = write(both, Side.LEFT, first);
    Map<String, Integer> right = write(both, Side.RIGHT, second);
    TreeSet<String> due = new TreeSet<>(left.keySet());
    due.addAll(right.keySet());
    assertThat(both.sums().rows()).isEqualTo(due.size());
    due.removeIf(key -> left.containsKey(key) && left.get(key).equals(right.get(key)));

    // when
    List<RowDifference> found = both.exactly();

    // then
    assertThat(found)
        .extracting(each -> each.change().key())
        .containsExactlyInAnyOrderElementsOf(due);
    List<RowDifference> again = new ArrayList<>();
    assertThat(both.lookAgain(both.sums().differing(), again).undecided()).isEmpty();
    assertThat(again).containsExactlyInAnyOrderElementsOf(found);
  }

  @Property(tries = 100)
  void shouldFindNothingBetweenALaneAndItself(
      @ForAll @Size(max = 40) List<@IntRange(max = 59) Integer> log) {
    LanesInMemory both = new LanesInMemory(2).schema(1, OLD);
    write(both, Side.LEFT, log);
    write(both, Side.RIGHT, log);

    assertThat(both.sums().differing()).isEmpty();
    assertThat(both.difference(0).records()).hasValue(List.of());
  }

  @Property(tries = 200)
  void shouldMakeOneLaneTheOtherByTheDifference(
      @ForAll @Size(max = 40) List<@IntRange(max = 59) Integer> first,
      @ForAll @Size(max = 40) List<@IntRange(max = 59) Integer> second) {
    // given
    LanesInMemory both = new LanesInMemory(2).schema(1, OLD);
    write(both, Side.LEFT, first);
    write(both, Side.RIGHT, second);
    int rows = both.exactly().size();

    // when
    Difference difference = both.difference(Long.MAX_VALUE);
    both.apply(difference.records().orElseThrow());

    // then
    assertThat(difference.upserts() + difference.withdrawals()).isEqualTo(rows);
    assertThat(both.sums().differing()).isEmpty();
  }

  @Test
  void shouldCompareRowsOfTwoBuildsFieldByField() {
    // given
    both("equal", wire(1, old("equal", 1)), wire(2, old("equal", 1)));
    both("grown", wire(1, old("grown", 1)), wire(3, grown("grown", 1, "x")));
    both(
        "grown-by-nothing",
        wire(1, old("grown-by-nothing", 1)),
        wire(3, grown("grown-by-nothing", 1, null)));
    both("changed", wire(1, old("changed", 1)), wire(2, old("changed", 2)));
    both("gone", wire(1, old("gone", 1)), null);

    // when
    List<RowDifference> found = lanes.exactly();

    // then
    assertThat(found)
        .containsExactlyInAnyOrder(
            difference("grown", Kind.CHANGED, new Field("first", null, "x")),
            difference("changed", Kind.CHANGED, new Field("n", 1L, 2L)),
            difference(
                "gone", Kind.REMOVED, new Field("bank", "gone", null), new Field("n", 1L, null)));
  }

  @Test
  void shouldCountEveryRowThatIsNotTheSameBytesOfTheSameSchema() {
    // given
    both("equal", wire(1, old("equal", 1)), wire(2, old("equal", 1)));
    both("grown", wire(1, old("grown", 1)), wire(3, grown("grown", 1, null)));
    both("gone", wire(1, old("gone", 1)), null);

    // when
    Difference all = lanes.difference(1_000);
    Difference counted = lanes.difference(all.bytes() - 1);

    // then
    assertThat(all.upserts()).isEqualTo(1);
    assertThat(all.withdrawals()).isEqualTo(1);
    assertThat(all.records().orElseThrow())
        .extracting(
            each -> each.topic() + "/" + each.partition() + "/" + new String(each.key(), UTF_8))
        .containsExactlyInAnyOrder("live/0/grown", "live/0/gone");
    assertThat(counted.records()).isEmpty();
    assertThat(counted.bytes()).isEqualTo(all.bytes());
  }

  @Test
  void shouldNotDecideOnRowsThatKeepChanging() {
    // given
    both("moving", wire(1, old("moving", 1)), wire(1, old("moving", 2)));
    both("wrong", wire(1, old("wrong", 1)), wire(1, old("wrong", 2)));
    both("late", wire(1, old("late", 1)), null);
    var before = lanes.sums().differing();

    // when
    lanes.put(Side.RIGHT, "moving", wire(1, old("moving", 3)));
    lanes.put(Side.RIGHT, "late", wire(1, old("late", 1)));
    List<RowDifference> found = new ArrayList<>();
    DiffRound round = lanes.lookAgain(before, found);

    // then
    assertThat(found).extracting(each -> each.change().key()).containsExactly("wrong");
    assertThat(round.undecided().get(PLACE).rows()).isEqualTo(1);
    assertThat(lanes.lookAgain(round.undecided(), found).undecided()).isEmpty();
    assertThat(found).extracting(each -> each.change().key()).containsExactly("wrong", "moving");
  }

  @Test
  void shouldNotDecideOnRowsThatMovedAndCameBack() {
    // given
    both("back", wire(1, old("back", 1)), wire(1, old("back", 2)));
    var before = lanes.sums().differing();

    // when
    lanes.put(Side.RIGHT, "back", wire(1, old("back", 1)));
    lanes.put(Side.RIGHT, "back", wire(1, old("back", 2)));
    List<RowDifference> found = new ArrayList<>();
    DiffRound round = lanes.lookAgain(before, found);

    // then
    assertThat(found).isEmpty();
    assertThat(round.undecided().get(PLACE).rows()).isEqualTo(1);
  }

  @Test
  void shouldShowTheBytesOfWhatIsNoRow() {
    both("odd", wire(1, old("odd", 1)), new byte[] {7, 8});

    assertThat(lanes.exactly())
        .singleElement()
        .satisfies(
            odd -> assertThat(odd.change().fields()).contains(new Field("(bytes)", null, "0708")));
  }

  private void both(String key, byte[] left, byte[] right) {
    lanes.put(Side.LEFT, key, left);
    if (right != null) {
      lanes.put(Side.RIGHT, key, right);
    }
  }

  /** Writes a log of few keys and values, with withdrawals among them. */
  private static Map<String, Integer> write(LanesInMemory lanes, Side side, List<Integer> steps) {
    Map<String, Integer> rows = new HashMap<>();
    for (int step : steps) {
      String key = "bank-" + step / 4;
      int value = step % 4;
      lanes.put(side, key, value == 0 ? null : wire(1, old(key, value)));
      if (value == 0) {
        rows.remove(key);
      } else {
        rows.put(key, value);
      }
    }
    return rows;
  }

  private static RowDifference difference(String key, Kind kind, Field... fields) {
    return new RowDifference(TOPIC, new RowChange(key, kind, List.of(fields)));
  }

  private static GenericRecord old(String bank, long n) {
    return new GenericRecordBuilder(OLD).set("bank", bank).set("n", n).build();
  }

  private static GenericRecord grown(String bank, long n, String first) {
    return new GenericRecordBuilder(NEW).set("bank", bank).set("n", n).set("first", first).build();
  }
}
