package dev.mooring.view;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.mooring.view.PackedRows.Slot;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;

/** Packed rows, decoded as they are read. */
final class PackedTable<R extends SpecificRecord> implements Table<R> {

  /** Behind every byte of UTF-8. */
  private static final byte LAST = (byte) 0xFF;

  private final PackedRows rows;
  private final RowCodec codec;
  private final Class<R> type;

  PackedTable(PackedRows rows, RowCodec codec, Class<R> type) {
    this.rows = rows;
    this.codec = codec;
    this.type = type;
  }

  @Override
  public long size() {
    return rows.size();
  }

  @Override
  public Optional<R> get(String key) {
    return Optional.ofNullable(rows.find(key.getBytes(UTF_8))).map(this::value);
  }

  @Override
  public Stream<Row<R>> rows() {
    return rows.all().map(this::row);
  }

  @Override
  public Stream<Row<R>> rowsAfter(String key) {
    return rows.between(followedBy(key, (byte) 0), new byte[] {LAST}).map(this::row);
  }

  @Override
  public Stream<Row<R>> rowsWithPrefix(String prefix) {
    return rows.between(prefix.getBytes(UTF_8), followedBy(prefix, LAST)).map(this::row);
  }

  @Override
  public Stream<String> keys() {
    return rows.all().map(slot -> new String(slot.key(), UTF_8));
  }

  @Override
  public void bodies(Bodies to) {
    for (Chunk chunk : rows.chunks()) {
      for (int row = 0; row < chunk.size(); row++) {
        codec.body(chunk.bytes(), chunk.valueStart(row), chunk.end(row), to);
      }
    }
  }

  @Override
  public Stream<Table<R>> parts(int about) {
    return rows.parts(about).map(part -> new PackedTable<>(part, codec, type));
  }

  private Row<R> row(Slot slot) {
    return new Row<>(new String(slot.key(), UTF_8), value(slot));
  }

  private R value(Slot slot) {
    Chunk chunk = slot.chunk();
    return type.cast(
        codec.decode(chunk.bytes(), chunk.valueStart(slot.row()), chunk.end(slot.row())));
  }

  private static byte[] followedBy(String key, byte last) {
    byte[] bytes = key.getBytes(UTF_8);
    byte[] followed = Arrays.copyOf(bytes, bytes.length + 1);
    followed[bytes.length] = last;
    return followed;
  }
}
