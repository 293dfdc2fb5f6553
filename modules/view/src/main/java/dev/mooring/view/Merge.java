package dev.mooring.view;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Puts a sorted step into packed rows; chunks that it does not touch are taken as they are. */
final class Merge {

  private final PackedRows old;
  private final Chunk[] chunks;
  private final RawRow[] step;
  private final List<Chunk> merged;
  private final ChunkWriter writer;

  /** The next chunk and the next row of the step that are to be dealt with. */
  private int chunk;

  private int row;

  Merge(PackedRows old, RawRow[] step) {
    this.old = old;
    this.chunks = old.chunks();
    this.step = step;
    this.merged = new ArrayList<>(chunks.length + step.length / ChunkWriter.ROWS + 1);
    this.writer = new ChunkWriter(merged::add);
  }

  PackedRows merged() {
    if (chunks.length == 0) {
      appendStep(step.length);
    }
    while (row < step.length) {
      takeUntouched(Math.max(chunk, old.chunkOf(step[row].key)));
      mergeChunk(stepUpTo(chunk + 1));
      chunk++;
    }
    takeUntouched(chunks.length);
    writer.flush();
    return new PackedRows(merged.toArray(Chunk[]::new));
  }

  /** Where nothing changes; a chunk that has become too small takes in the next. */
  private void takeUntouched(int end) {
    while (chunk < end && writer.wantsMore()) {
      writer.append(chunks[chunk], 0, chunks[chunk].size());
      chunk++;
    }
    if (chunk < end) {
      writer.flush();
      merged.addAll(Arrays.asList(chunks).subList(chunk, end));
      chunk = end;
    }
  }

  /** Where the part of the step ends that goes before a chunk. */
  private int stepUpTo(int next) {
    if (next == chunks.length) {
      return step.length;
    }
    int low = row;
    int high = step.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (chunks[next].compareKey(0, step[middle].key) > 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private void mergeChunk(int stepEnd) {
    Chunk here = chunks[chunk];
    int kept = 0;
    while (row < stepEnd) {
      RawRow next = step[row++];
      int at = here.ceiling(next.key, kept);
      writer.append(here, kept, at);
      boolean replaces = at < here.size() && here.compareKey(at, next.key) == 0;
      kept = replaces ? at + 1 : at;
      append(next);
    }
    writer.append(here, kept, here.size());
  }

  private void appendStep(int end) {
    while (row < end) {
      append(step[row++]);
    }
  }

  private void append(RawRow next) {
    if (next.value != null) {
      writer.append(next);
    }
  }
}
