package dev.mooring.replay.lane;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.mooring.contract.Topics;
import dev.mooring.replay.LedgerSums;
import dev.mooring.replay.asof.RowChange;
import dev.mooring.replay.lane.LanePair.Place;
import dev.mooring.topology.intake.SchemaSource;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * One look at rows that differed before: tells of those that no lane has written since and that
 * differ still. For one thread only.
 */
final class DiffRound implements RowGathering.Taker {

  private final RowHash hash;
  private final WrittenFields fields;
  private final Consumer<RowDifference> to;
  private final Map<Place, RowSums> undecided = new HashMap<>();
  private long found;

  DiffRound(SchemaSource schemas, Consumer<RowDifference> to) {
    this.hash = new RowHash(schemas);
    this.fields = new WrittenFields(schemas);
    this.to = to;
  }

  /** How many rows it has told of. */
  long found() {
    return found;
  }

  /** Rows that differ, but were written since. */
  Map<Place, RowSums> undecided() {
    return undecided;
  }

  @Override
  public void take(Place place, byte[] key, byte[] left, byte[] right, boolean written) {
    Map<String, Object> first = fields.of(left);
    Map<String, Object> second = fields.of(right);
    RowChange.between(new String(key, UTF_8), first, second)
        .ifPresent(
            change -> {
              if (!written) {
                to.accept(new RowDifference(place.topic(), change));
                found++;
              } else if (!mayHaveMovedOn(place, first, second)) {
                lookAgain(place, key, left, right);
              }
            });
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
