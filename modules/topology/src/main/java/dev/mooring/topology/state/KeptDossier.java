package dev.mooring.topology.state;

import dev.mooring.metrics.Dossier;
import dev.mooring.metrics.MooringState;
import dev.mooring.metrics.Parties;
import dev.mooring.metrics.Withdrawals;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.ObjIntConsumer;

/**
 * A dossier as it is kept: its contents packed, and what its moorings have come to; and what
 * changed of it since the last commit.
 *
 * <p>What was restored stays as it came until it is needed.
 */
final class KeptDossier {

  /** The segment in which the withdrawals that a dossier has followed are kept. */
  private static final int HEAD = 0;

  /** The last word on a mooring that changed; null state: it is no more. */
  private static final class ChangedMooring {
    private final String city;
    private final ChangedMooring next;
    private MooringState state;

    ChangedMooring(String city, ChangedMooring next) {
      this.city = city;
      this.next = next;
    }
  }

  private final byte[] key;
  private final BankFile bank;
  private List<byte[]> restored;
  private KeptContents contents;
  private Dossier dossier;
  private ChangedMooring changedMoorings;
  private boolean touched;

  /**
   * A dossier of which nothing is known yet.
   *
   * @param bank null when it is not of a pair
   */
  KeptDossier(byte[] key, BankFile bank) {
    this.key = key;
    this.bank = bank;
  }

  byte[] key() {
    return key;
  }

  /** Marks it as in use; true when it was not since the last commit. */
  boolean touch() {
    boolean first = !touched;
    touched = true;
    return first;
  }

  /** The dossier, which may be behind with its bank's withdrawals. */
  Dossier open(ByteWriter scratch) {
    if (dossier == null) {
      Parties parties = Parties.ofKey(new String(key, StandardCharsets.UTF_8));
      Withdrawals followed = bank == null ? Withdrawals.NONE : bank.withdrawals();
      if (restored == null) {
        contents = new KeptContents(scratch);
      } else {
        ByteReader in = new ByteReader(restored.getFirst());
        followed = SegmentCodec.readFollowed(in);
        contents = new KeptContents(scratch, restored, in.at());
        restored = null;
      }
      dossier = new Dossier(parties, followed, contents);
    }
    return dossier;
  }

  /** What its bank has withdrawn. */
  Withdrawals withdrawals() {
    return bank == null ? Withdrawals.NONE : bank.withdrawals();
  }

  /** Notes that its withdrawals have changed. */
  void changeHead() {
    contents.changed().set(HEAD);
  }

  /** Notes what a mooring has come to. */
  void change(String city, MooringState state) {
    ChangedMooring mooring = changedMoorings;
    while (mooring != null && !Objects.equals(mooring.city, city)) {
      mooring = mooring.next;
    }
    if (mooring == null) {
      mooring = new ChangedMooring(city, changedMoorings);
      changedMoorings = mooring;
    }
    mooring.state = state;
  }

  /** Visits the moorings that changed; the state is null where there is none any more. */
  void forEachChangedMooring(BiConsumer<String, MooringState> visitor) {
    for (ChangedMooring one = changedMoorings; one != null; one = one.next) {
      visitor.accept(one.city, one.state);
    }
  }

  /** Gives out the segments that changed. */
  void log(ByteWriter out, ObjIntConsumer<byte[]> segments) {
    BitSet changed = contents.changed();
    for (int i = changed.nextSetBit(0); i >= 0; i = changed.nextSetBit(i + 1)) {
      segments.accept(pack(i, out), i);
    }
  }

  /** Takes the changes as told. */
  void settle() {
    contents.settle();
    changedMoorings = null;
    touched = false;
  }

  /**
   * Takes back a segment; they may come in any order, and more than once. A dossier that is open
   * was in use here before its task went elsewhere, and is behind: what is kept of it is bytes.
   */
  void restore(int segment, byte[] bytes, ByteWriter out) {
    if (restored == null) {
      restored = new ArrayList<>(1);
      close(out);
    }
    while (restored.size() <= segment) {
      restored.add(null);
    }
    restored.set(segment, bytes);
  }

  private void close(ByteWriter out) {
    if (dossier != null) {
      for (int i = 0; i < contents.segments(); i++) {
        restored.add(pack(i, out));
      }
      contents = null;
      dossier = null;
    }
  }

  private byte[] pack(int segment, ByteWriter out) {
    SegmentCodec.write(segment, dossier.withdrawals(), contents, out);
    return out.take();
  }
}
