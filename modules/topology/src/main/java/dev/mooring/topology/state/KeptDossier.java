package dev.mooring.topology.state;

import dev.mooring.metrics.Content;
import dev.mooring.metrics.Dossier;
import dev.mooring.metrics.Fact;
import dev.mooring.metrics.Parties;
import dev.mooring.metrics.Withdrawals;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.ObjIntConsumer;

/**
 * A dossier as it is kept: packed into bytes while nothing happens to it, open while something
 * does. Its contents lie in segments of {@value #SEGMENT} slots, each an entry of the changelog, so
 * that a change rewrites a segment or two and no entry is ever large.
 *
 * <p>Of one segment, a dossier is packed again at each commit. Larger ones are few, and stay open:
 * packing them would cost more than the room that they take.
 */
final class KeptDossier {

  private static final int VERSION = 1;
  private static final int SEGMENT = 64;

  private final RawKey key;
  private final Parties parties;
  private final BitSet changed = new BitSet(1);
  private final List<byte[]> packed = new ArrayList<>(1);
  private Dossier open;
  private boolean touched;

  KeptDossier(RawKey key, Parties parties) {
    this.key = key;
    this.parties = parties;
  }

  RawKey key() {
    return key;
  }

  Parties parties() {
    return parties;
  }

  /**
   * The dossier, opened.
   *
   * @param known the withdrawals of its bank, for a dossier that is new
   */
  Dossier open(Withdrawals known) {
    if (open == null) {
      open = packed.isEmpty() ? new Dossier(parties, known) : unpack();
    }
    return open;
  }

  /** Marks it as in use; true when it was not since the last commit. */
  boolean touch() {
    boolean first = !touched;
    touched = true;
    return first;
  }

  /** Marks the segment of a slot as changed. */
  void change(int slot) {
    changed.set(slot / SEGMENT);
  }

  /** Gives out the segments that changed, and closes the dossier if it is small. */
  void settle(ByteWriter out, ObjIntConsumer<byte[]> segments) {
    boolean small = open.slots().size() <= SEGMENT;
    for (int i = changed.nextSetBit(0); i >= 0; i = changed.nextSetBit(i + 1)) {
      byte[] bytes = pack(i, out);
      segments.accept(bytes, i);
      if (small) {
        keep(i, bytes);
      }
    }
    if (small) {
      open = null;
    } else {
      packed.clear();
    }
    changed.clear();
    touched = false;
  }

  /**
   * Takes back a segment; they may come in any order, and more than once. A dossier that is open
   * was in use here before its task went elsewhere, and is behind: what is kept of it is bytes.
   */
  void restore(int segment, byte[] bytes) {
    if (open != null) {
      close();
    }
    keep(segment, bytes);
  }

  private void close() {
    ByteWriter out = new ByteWriter();
    for (int i = 0; i * SEGMENT < open.slots().size(); i++) {
      keep(i, pack(i, out));
    }
    open = null;
  }

  private void keep(int segment, byte[] bytes) {
    while (packed.size() <= segment) {
      packed.add(null);
    }
    packed.set(segment, bytes);
  }

  /** The first segment also holds the withdrawals that the dossier has followed. */
  private byte[] pack(int segment, ByteWriter out) {
    out.putByte(VERSION);
    if (segment == 0) {
      List<Fact> withdrawals = open.withdrawals().facts();
      out.putNumber(withdrawals.size());
      withdrawals.forEach(fact -> ContentCodec.put(fact, out));
    }
    int end = Math.min((segment + 1) * SEGMENT, open.slots().size());
    for (Content content : open.slots().subList(segment * SEGMENT, end)) {
      ContentCodec.put(content, out);
    }
    return out.take();
  }

  private Dossier unpack() {
    List<Fact> withdrawals = new ArrayList<>(0);
    List<Content> slots = new ArrayList<>();
    for (int segment = 0; segment < packed.size(); segment++) {
      ByteReader in = new ByteReader(packed.get(segment));
      in.expectVersion(VERSION, "a segment under key " + parties.key());
      for (int left = segment == 0 ? in.takeInt() : 0; left > 0; left--) {
        withdrawals.add(ContentCodec.takeFact(in));
      }
      while (in.hasMore()) {
        slots.add(ContentCodec.take(in));
      }
    }
    return new Dossier(parties, new Withdrawals(withdrawals), slots);
  }
}
