package dev.mooring.replay.verify;

import dev.mooring.contract.TopicSpec;
import dev.mooring.contract.Topics;
import dev.mooring.replay.LedgerSums;
import dev.mooring.replay.asof.RowChange;
import dev.mooring.replay.verify.Report.Finding;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.apache.avro.specific.SpecificRecord;

/** The live rows beside those that the events come to. */
final class Comparison {

  private final LiveRows live;
  private final Map<TopicSpec, NavigableMap<String, SpecificRecord>> due;
  private final NavigableSet<RowId> differing = new TreeSet<>();
  private long compared;

  Comparison(LiveRows live, Map<TopicSpec, NavigableMap<String, SpecificRecord>> due) {
    this.live = live;
    this.due = due;
    Topics.OUTPUTS.forEach(this::compare);
  }

  /** How many rows were compared: those that are live or should be. */
  long compared() {
    return compared;
  }

  /** Rows that are not what they should be, byte for byte. */
  NavigableSet<RowId> differing() {
    return differing;
  }

  LiveRows live() {
    return live;
  }

  /** Null when there should be none. */
  private SpecificRecord due(RowId id) {
    return due.get(id.topic()).get(id.key());
  }

  /** Whether a row of the ledger adds up, and tells of no fewer records than were marked. */
  boolean addsUp(RowId id) {
    if (live.of(id) == null) {
      return false;
    }
    Map<String, Object> row = bodies(id.topic()).fields(live.of(id));
    SpecificRecord marked = due(id);
    return LedgerSums.addUp(row)
        && (marked == null || LedgerSums.read(row) >= LedgerSums.read(RowChange.fields(marked)));
  }

  /** How all rows that differ do. */
  List<Finding> findings() {
    return differing.stream().map(this::finding).toList();
  }

  /** How a row differs. */
  Finding finding(RowId id) {
    Bodies bodies = bodies(id.topic());
    RowChange change =
        RowChange.between(id.key(), bodies.fields(live.of(id)), RowChange.fields(due(id)))
            .orElseThrow(() -> new IllegalStateException(id + " does not differ"));
    return new Finding(id.topic(), change);
  }

  /** Rows in a wrong partition, where readers may take them for the row of their key. */
  List<Finding> stray() {
    return live.stray().entrySet().stream()
        .map(
            stray ->
                new Finding(
                    stray.getKey().topic(),
                    RowChange.between(
                            stray.getKey().key(), Map.of("(partition)", stray.getValue()), Map.of())
                        .orElseThrow()))
        .toList();
  }

  private void compare(TopicSpec topic) {
    Bodies bodies = bodies(topic);
    NavigableMap<String, byte[]> values = live.of(topic);
    NavigableMap<String, SpecificRecord> rows = due.get(topic);
    TreeSet<String> keys = new TreeSet<>(values.keySet());
    keys.addAll(rows.keySet());
    compared += keys.size();
    keys.removeIf(key -> bodies.same(rows.get(key), values.get(key)));
    keys.forEach(key -> differing.add(new RowId(topic, key)));
  }

  private static Bodies bodies(TopicSpec topic) {
    return new Bodies(topic.schema().orElseThrow());
  }
}
