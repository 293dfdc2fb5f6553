package dev.mooring.topology.state;

import dev.mooring.metrics.Content;
import dev.mooring.metrics.Contents;
import dev.mooring.metrics.Fact;
import dev.mooring.metrics.IndexedContents;
import java.util.BitSet;
import java.util.List;
import java.util.function.Consumer;

/**
 * The contents of a dossier in segments of {@value #SEGMENT} slots, each an entry of the changelog,
 * so that a change rewrites a segment or two and no entry is ever large.
 *
 * <p>Contents of one segment stay packed. More than that have few dossiers: their contents are
 * indexed objects, which costs room and saves walks.
 */
final class KeptContents implements Contents {

  /** Contents in a segment. */
  static final int SEGMENT = 64;

  /** Whether the first segment has changed, which is the only one of nearly all dossiers. */
  private boolean firstChanged;

  /** The others that have; null when none has. */
  private BitSet laterChanged;

  private boolean onlyAppended = true;
  private PackedSegment few;
  private IndexedContents many;

  /** No contents. */
  KeptContents(ByteWriter scratch) {
    this.few = new PackedSegment(scratch);
  }

  /**
   * Contents as they were logged.
   *
   * @param segments at least one
   * @param from where the contents begin in the first segment
   */
  KeptContents(ByteWriter scratch, List<byte[]> segments, int from) {
    this.few = new PackedSegment(scratch, segments.getFirst(), from);
    if (segments.size() > 1) {
      unpack();
      for (byte[] segment : segments.subList(1, segments.size())) {
        new PackedSegment(scratch, segment, SegmentCodec.CONTENTS).forEach(many::append);
      }
    }
  }

  @Override
  public int size() {
    return all().size();
  }

  @Override
  public int find(Content content) {
    return all().find(content);
  }

  @Override
  public Fact fact(int slot) {
    return all().fact(slot);
  }

  @Override
  public void append(Content content) {
    if (few != null && size() == SEGMENT) {
      rewrite(0);
      unpack();
    }
    all().append(content);
    change((size() - 1) / SEGMENT);
  }

  @Override
  public void supersede(int slot) {
    all().supersede(slot);
    rewrite(slot / SEGMENT);
  }

  @Override
  public void forEachFact(Consumer<Fact> visitor) {
    all().forEachFact(visitor);
  }

  /** Notes that a segment has changed from its beginning. */
  void rewrite(int segment) {
    change(segment);
    onlyAppended = false;
  }

  /** Whether a segment changed since {@link #settle}. */
  boolean isChanged() {
    return firstChanged || laterChanged != null;
  }

  /** The next segment that changed since then, from one on; negative when there is none. */
  int nextChanged(int from) {
    if (from == 0 && firstChanged) {
      return 0;
    }
    return laterChanged == null ? -1 : laterChanged.nextSetBit(from);
  }

  /** Whether nothing changed since then but that contents were added behind the others. */
  boolean onlyAppended() {
    return onlyAppended;
  }

  /** Takes the changes as logged. */
  void settle() {
    firstChanged = false;
    laterChanged = null;
    onlyAppended = true;
  }

  /** How many bytes the contents have, if they are of one segment; else 0. */
  int packedLength() {
    return few == null ? 0 : few.length();
  }

  /** Writes what was added to contents of one segment behind so many bytes. */
  void writeAppended(int from, ByteWriter out) {
    few.write(from, out);
  }

  /** How many segments there are. */
  int segments() {
    return Math.max(1, (size() + SEGMENT - 1) / SEGMENT);
  }

  /** Writes the contents of a segment. */
  void write(int segment, ByteWriter out) {
    if (few != null) {
      few.write(0, out);
      return;
    }
    int end = Math.min((segment + 1) * SEGMENT, many.size());
    for (Content content : many.slots().subList(segment * SEGMENT, end)) {
      ContentCodec.put(content, out);
    }
  }

  private void change(int segment) {
    if (segment == 0) {
      firstChanged = true;
      return;
    }
    if (laterChanged == null) {
      laterChanged = new BitSet();
    }
    laterChanged.set(segment);
  }

  private Contents all() {
    return few != null ? few : many;
  }

  private void unpack() {
    if (few != null) {
      many = new IndexedContents();
      few.forEach(many::append);
      few = null;
    }
  }
}
