package dev.mooring.topology.state;

import dev.mooring.metrics.Content;
import dev.mooring.metrics.Contents;
import dev.mooring.metrics.Fact;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * A few contents, packed one behind the other as {@link ContentCodec} writes them. To find one
 * takes a walk over all, from one id to the next: they lie together in memory, and to keep an index
 * would cost more than the walk.
 */
final class PackedSegment implements Contents {

  /** Room is added so much at a time, so that not every content moves all others. */
  private static final int ROOM = 128;

  private final ByteWriter scratch;
  private byte[] bytes;
  private int length;
  private int slots;

  /** A bit of each event's id: most events are new, and are known to be without a walk. */
  private long ids;

  /** No contents. */
  PackedSegment(ByteWriter scratch) {
    this.scratch = scratch;
    this.bytes = new byte[ROOM];
  }

  /** The contents that begin in some bytes and go to their end. */
  PackedSegment(ByteWriter scratch, byte[] packed, int from) {
    this.scratch = scratch;
    this.bytes = Arrays.copyOfRange(packed, from, packed.length);
    this.length = bytes.length;
    for (int at = 0; at < length; at = ContentCodec.next(bytes, at)) {
      ids |= bit(ContentCodec.idLow(bytes, at));
      slots++;
    }
  }

  @Override
  public int size() {
    return slots;
  }

  @Override
  public int find(Content content) {
    if ((ids & bit(content.idLow())) == 0) {
      return ABSENT;
    }
    int found = ABSENT;
    int slot = 0;
    for (int at = 0; at < length; at = ContentCodec.next(bytes, at)) {
      if (ContentCodec.isOfEvent(bytes, at, content)) {
        if (ContentCodec.isSame(bytes, at, content)) {
          return REPEATED;
        }
        found = ContentCodec.isFact(bytes, at) ? slot : found;
      }
      slot++;
    }
    return found;
  }

  @Override
  public Fact fact(int slot) {
    return (Fact) ContentCodec.take(new ByteReader(bytes, start(slot)));
  }

  @Override
  public void append(Content content) {
    ContentCodec.put(content, scratch);
    int added = scratch.size();
    if (length + added > bytes.length) {
      bytes = Arrays.copyOf(bytes, (length + added + ROOM - 1) / ROOM * ROOM);
    }
    length = scratch.moveTo(bytes, length);
    ids |= bit(content.idLow());
    slots++;
  }

  @Override
  public void supersede(int slot) {
    int from = start(slot);
    int to = ContentCodec.next(bytes, from);
    ContentCodec.put(Content.Superseded.of(fact(slot)), scratch);
    byte[] behind = Arrays.copyOfRange(bytes, to, length);
    int end = scratch.moveTo(bytes, from);
    System.arraycopy(behind, 0, bytes, end, behind.length);
    length = end + behind.length;
  }

  @Override
  public void forEachFact(Consumer<Fact> visitor) {
    for (int at = 0; at < length; at = ContentCodec.next(bytes, at)) {
      if (ContentCodec.isFact(bytes, at)) {
        visitor.accept((Fact) ContentCodec.take(new ByteReader(bytes, at)));
      }
    }
  }

  /** Visits all contents, slot by slot. */
  void forEach(Consumer<Content> visitor) {
    for (int at = 0; at < length; at = ContentCodec.next(bytes, at)) {
      visitor.accept(ContentCodec.take(new ByteReader(bytes, at)));
    }
  }

  /** How many bytes it has. */
  int length() {
    return length;
  }

  /** Writes the contents as they are packed, from a byte on. */
  void write(int from, ByteWriter out) {
    out.putBytes(bytes, from, length - from);
  }

  /** Ids that end alike, as one machine's may in version 1, share a bit: they cost the walk. */
  private static long bit(long idLow) {
    return 1L << idLow;
  }

  private int start(int slot) {
    int at = 0;
    for (int i = 0; i < slot; i++) {
      at = ContentCodec.next(bytes, at);
    }
    return at;
  }
}
