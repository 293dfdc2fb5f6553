package dev.mooring.replay.lane;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.mooring.contract.Topics;
import dev.mooring.replay.LedgerSums;
import dev.mooring.replay.asof.RowChange;
import dev.mooring.replay.lane.LanePair.Place;
import dev.mooring.topology.intake.SchemaSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** One look at rows that differed before. For one thread only. */
final class DiffRound implements RowGathering.Taker {

  /** What the rows were before; empty when every row that differs now is told. */
  private final Optional<Map<Place, RowSums>> before;

  private final RowHash hash;
  private final WrittenFields fields;
  private final Consumer<RowDifference> to;
  private final Map<Place, RowSums> undecided = new HashMap<>();
  private long found;

  private DiffRound(
      Optional<Map<Place, RowSums>> before, SchemaSource schemas, Consumer<RowDifference> to) {
    this.before = before;
    this.hash = new RowHash(schemas);
    this.fields = new WrittenFields(schemas);
    this.to = to;
  }

  /** Tells of rows that are as they were before. */
  static DiffRound of(
      Map<Place, RowSums> before, SchemaSource schemas, Consumer<RowDifference> to) {
    return new DiffRound(Optional.of(before), schemas, to);
  }

  /** Tells of every row that differs. */
  static DiffRound exact(SchemaSource schemas, Consumer<RowDifference> to) {
    return new DiffRound(Optional.empty(), schemas, to);
  }

  /** How many rows it has told of. */
  long found() {
    return found;
  }

  /** Rows that differ, but not as before. */
  Map<Place, RowSums> undecided() {
    return undecided;
  }

  @Override
  public void take(Place place, byte[] key, byte[] left, byte[] right) {
    Map<String, Object> first = fields.of(left);
    Map<String, Object> second = fields.of(right);
    RowChange.between(new String(key, UTF_8), first, second)
        .ifPresent(
            change -> {
              if (isSettled(place, key, left, right)) {
                to.accept(new RowDifference(place.topic(), change));
                found++;
              } else if (!mayHaveMovedOn(place, first, second)) {
                lookAgain(place, key, left, right);
              }
            });
  }

  private boolean isSettled(Place place, byte[] key, byte[] left, byte[] right) {
    if (before.isEmpty()) {
      return true;
    }
    RowSums sums = before.get().get(place);
    long row = hash.ofKey(key);
    return sums.get(Side.LEFT, row) == hash.ofValue(left)
        && sums.get(Side.RIGHT, row) == hash.ofValue(right);
  }

  /** A row of the ledger changes with every record; all that is due of it is that it adds up. */
  private static boolean mayHaveMovedOn(
      Place place, Map<String, Object> left, Map<String, Object> right) {
    return place.topic().equals(Topics.LEDGER) && LedgerSums.addUp(left) && LedgerSums.addUp(right);
  }

  private void lookAgain(Place place, byte[] key, byte[] left, byte[] right) {
    RowSums sums = undecided.computeIfAbsent(place, none -> new RowSums());
    sums.put(Side.LEFT, hash.ofKey(key), hash.ofValue(left));
    sums.put(Side.RIGHT, hash.ofKey(key), hash.ofValue(right));
  }
}
