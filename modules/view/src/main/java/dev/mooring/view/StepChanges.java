package dev.mooring.view;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.mooring.view.PackedRows.Slot;
import java.nio.ByteBuffer;
import java.util.AbstractList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.RandomAccess;
import org.apache.avro.specific.SpecificRecord;

/**
 * What a step changed, made as it is read: a promotion may change millions of rows, of which a
 * listener looks at some.
 */
final class StepChanges extends AbstractList<Change> implements RandomAccess {

  private record Key(String topic, ByteBuffer key) {}

  private final PackedSnapshot before;
  private final List<RawRow> rows;

  /** For each row the one before it with the same key in this step, or -1. Made when needed. */
  private int[] previous;

  StepChanges(PackedSnapshot before, List<RawRow> rows) {
    this.before = before;
    this.rows = rows;
  }

  @Override
  public int size() {
    return rows.size();
  }

  @Override
  public Change get(int index) {
    RawRow row = rows.get(index);
    return new Change(
        row.topic,
        new String(row.key, UTF_8),
        before(index),
        decoded(row),
        row.partition,
        row.offset);
  }

  private Optional<SpecificRecord> before(int index) {
    RawRow row = rows.get(index);
    int last = previous()[index];
    if (last >= 0) {
      return decoded(rows.get(last));
    }
    Slot slot = before.packed(row.topic).find(row.key);
    return slot == null
        ? Optional.empty()
        : Optional.of(
            before
                .codec(row.topic)
                .decode(
                    slot.chunk().bytes(),
                    slot.chunk().valueStart(slot.row()),
                    slot.chunk().end(slot.row())));
  }

  private Optional<SpecificRecord> decoded(RawRow row) {
    return Optional.ofNullable(row.value)
        .map(value -> before.codec(row.topic).decode(value, 0, value.length));
  }

  private synchronized int[] previous() {
    if (previous == null) {
      int[] found = new int[rows.size()];
      Map<Key, Integer> last = new HashMap<>();
      for (int i = 0; i < found.length; i++) {
        RawRow row = rows.get(i);
        Integer known = last.put(new Key(row.topic.name(), ByteBuffer.wrap(row.key)), i);
        found[i] = known == null ? -1 : known;
      }
      previous = found;
    }
    return previous;
  }
}
