package dev.mooring.view;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The rows of one topic, sorted by key and packed into {@linkplain Chunk chunks}. It never changes:
 * a step makes another one that shares the chunks in which nothing changed.
 */
final class PackedRows {

  static final PackedRows NONE = new PackedRows(new Chunk[0]);

  private final Chunk[] chunks;
  private final long size;

  PackedRows(Chunk[] chunks) {
    this.chunks = chunks;
    this.size = Arrays.stream(chunks).mapToLong(Chunk::size).sum();
  }

  /** A row: where its bytes are. */
  record Slot(Chunk chunk, int row) {

    byte[] key() {
      return chunk.key(row);
    }
  }

  long size() {
    return size;
  }

  /** The row of a key; null when there is none. */
  Slot find(byte[] key) {
    if (chunks.length == 0) {
      return null;
    }
    Chunk chunk = chunks[chunkOf(key)];
    int row = chunk.ceiling(key, 0);
    return row < chunk.size() && chunk.compareKey(row, key) == 0 ? new Slot(chunk, row) : null;
  }

  /** The rows from one key on, up to the one before another. */
  Stream<Slot> between(byte[] from, byte[] before) {
    if (chunks.length == 0) {
      return Stream.empty();
    }
    int first = chunkOf(from);
    int last = chunkOf(before);
    return IntStream.rangeClosed(first, last)
        .boxed()
        .flatMap(
            i ->
                slots(
                    chunks[i],
                    i == first ? chunks[i].ceiling(from, 0) : 0,
                    i == last ? chunks[i].ceiling(before, 0) : chunks[i].size()));
  }

  /** All rows. */
  Stream<Slot> all() {
    return Arrays.stream(chunks).flatMap(chunk -> slots(chunk, 0, chunk.size()));
  }

  /** The same rows, so many at a time: whole chunks, and at least one. */
  Stream<PackedRows> parts(int about) {
    List<PackedRows> parts = new ArrayList<>();
    int begin = 0;
    long held = 0;
    for (int i = 0; i < chunks.length; i++) {
      held += chunks[i].size();
      if (held >= about || i == chunks.length - 1) {
        parts.add(new PackedRows(Arrays.copyOfRange(chunks, begin, i + 1)));
        begin = i + 1;
        held = 0;
      }
    }
    return parts.stream();
  }

  private static Stream<Slot> slots(Chunk chunk, int from, int to) {
    return IntStream.range(from, to).mapToObj(row -> new Slot(chunk, row));
  }

  /** The chunk in which a key is, or would be. */
  int chunkOf(byte[] key) {
    int low = 0;
    int high = chunks.length - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (chunks[middle].compareKey(0, key) <= 0) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  Chunk[] chunks() {
    return chunks;
  }

  /**
   * These rows after a step.
   *
   * @param step what comes or goes, sorted by key, each key once
   */
  PackedRows with(RawRow[] step) {
    return step.length == 0 ? this : new Merge(this, step).merged();
  }
}
