package dev.mooring.view;

import dev.mooring.contract.TopicSpec;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;

/** Packed rows of several topics at one moment. */
final class PackedSnapshot implements Snapshot {

  private final Map<String, PackedRows> rows;
  private final RowCodecs codecs;
  private final Position position;

  private PackedSnapshot(Map<String, PackedRows> rows, RowCodecs codecs, Position position) {
    this.rows = rows;
    this.codecs = codecs;
    this.position = position;
  }

  static PackedSnapshot empty(RowCodecs codecs) {
    return new PackedSnapshot(Map.of(), codecs, Position.START);
  }

  /** The rows after a step. */
  PackedSnapshot with(Step step, Position next) {
    Map<String, PackedRows> changed = new HashMap<>(rows);
    step.sorted()
        .forEach(
            (topic, part) ->
                changed.merge(topic, PackedRows.NONE.with(part), (old, unused) -> old.with(part)));
    return new PackedSnapshot(changed, codecs, next);
  }

  @Override
  public Position position() {
    return position;
  }

  @Override
  public <R extends SpecificRecord> Table<R> table(TopicSpec topic, Class<R> type) {
    RowCodec codec = codecs.of(topic);
    if (!topic.valueType().filter(type::equals).isPresent()) {
      throw new IllegalArgumentException(
          "type: " + type.getName() + ", should be that of the values of " + topic.name());
    }
    return new PackedTable<>(packed(topic), codec, type);
  }

  PackedRows packed(TopicSpec topic) {
    return rows.getOrDefault(topic.name(), PackedRows.NONE);
  }

  RowCodec codec(TopicSpec topic) {
    return codecs.of(topic);
  }

  long size() {
    return rows.values().stream().mapToLong(PackedRows::size).sum();
  }
}
