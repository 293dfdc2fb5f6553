package dev.mooring.topology.state;

import dev.mooring.metrics.Dossier;
import dev.mooring.metrics.Parties;
import dev.mooring.metrics.Withdrawals;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.ObjIntConsumer;

/**
 * A dossier as it is kept: packed into bytes while nothing happens to it, open while something
 * does. Its contents lie in segments of {@value DossierCodec#SEGMENT} slots, each an entry of the
 * changelog, so that a change rewrites a segment or two and no entry is ever large.
 *
 * <p>Of one segment, a dossier is packed again at each commit. Larger ones are few, and stay open:
 * packing them would cost more than the room that they take.
 */
final class KeptDossier {

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
      open = packed.isEmpty() ? new Dossier(parties, known) : DossierCodec.dossier(parties, packed);
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
    changed.set(slot / DossierCodec.SEGMENT);
  }

  /** Gives out the segments that changed, and closes the dossier if it is small. */
  void settle(ByteWriter out, ObjIntConsumer<byte[]> segments) {
    boolean small = open.slots().size() <= DossierCodec.SEGMENT;
    for (int i = changed.nextSetBit(0); i >= 0; i = changed.nextSetBit(i + 1)) {
      byte[] bytes = DossierCodec.segment(open, i, out);
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
    for (int i = 0; i * DossierCodec.SEGMENT < open.slots().size(); i++) {
      keep(i, DossierCodec.segment(open, i, out));
    }
    open = null;
  }

  private void keep(int segment, byte[] bytes) {
    while (packed.size() <= segment) {
      packed.add(null);
    }
    packed.set(segment, bytes);
  }
}
