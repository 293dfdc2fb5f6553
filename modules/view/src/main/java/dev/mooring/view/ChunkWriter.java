package dev.mooring.view;

import java.util.Arrays;
import java.util.function.Consumer;

/** Packs rows that come in the order of their keys into chunks of a good size. */
final class ChunkWriter {

  /** Rows of a chunk when there are plenty; twice as many are split. */
  static final int ROWS = 256;

  private static final int BYTES = 64 * 1024;

  /** Fewer rows in a chunk are packed with their neighbours. */
  private static final int FEW = ROWS / 4;

  private final Consumer<Chunk> out;
  private byte[] bytes = new byte[BYTES];
  private int[] starts = new int[4 * ROWS + 1];
  private int rows;

  ChunkWriter(Consumer<Chunk> out) {
    this.out = out;
  }

  /** Whether it holds rows that would make too small a chunk. */
  boolean wantsMore() {
    return rows > 0 && rows < FEW;
  }

  void append(RawRow row) {
    int from = end();
    int middle = from + row.key.length;
    int to = middle + row.value.length;
    makeRoom(to);
    System.arraycopy(row.key, 0, bytes, from, row.key.length);
    System.arraycopy(row.value, 0, bytes, middle, row.value.length);
    added(middle, to);
  }

  void append(Chunk chunk, int fromRow, int toRow) {
    int next = fromRow;
    while (next < toRow) {
      int upTo = Math.min(toRow, next + 2 * ROWS - rows);
      copy(chunk, next, upTo);
      next = upTo;
    }
  }

  private void copy(Chunk chunk, int fromRow, int toRow) {
    int source = chunk.keyStart(fromRow);
    int length = chunk.end(toRow - 1) - source;
    int shift = end() - source;
    makeRoom(end() + length);
    System.arraycopy(chunk.bytes(), source, bytes, end(), length);
    for (int row = fromRow; row < toRow; row++) {
      starts[2 * rows + 1] = chunk.valueStart(row) + shift;
      starts[2 * rows + 2] = chunk.end(row) + shift;
      rows++;
    }
    splitWhenFull();
  }

  private void added(int middle, int to) {
    starts[2 * rows + 1] = middle;
    starts[2 * rows + 2] = to;
    rows++;
    splitWhenFull();
  }

  private void splitWhenFull() {
    if (rows == 2 * ROWS || (rows > 1 && end() > 2 * BYTES)) {
      emit(rows / 2);
    }
  }

  /** Makes a chunk of what is left. */
  void flush() {
    if (rows > 0) {
      emit(rows);
    }
  }

  private void emit(int count) {
    int cut = starts[2 * count];
    out.accept(new Chunk(Arrays.copyOf(bytes, cut), Arrays.copyOf(starts, 2 * count + 1)));
    System.arraycopy(bytes, cut, bytes, 0, end() - cut);
    rows -= count;
    for (int i = 0; i <= 2 * rows; i++) {
      starts[i] = starts[2 * count + i] - cut;
    }
  }

  private int end() {
    return starts[2 * rows];
  }

  private void makeRoom(int length) {
    if (length > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(length, 2 * bytes.length));
    }
  }
}
