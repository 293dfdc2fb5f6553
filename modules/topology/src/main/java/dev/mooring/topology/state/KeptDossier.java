package dev.mooring.topology.state;

import dev.mooring.metrics.Dossier;
import dev.mooring.metrics.MooringState;
import dev.mooring.metrics.Parties;
import dev.mooring.metrics.Withdrawals;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.IntConsumer;

/**
 * A dossier as it is kept: its contents packed, and what its moorings have come to; and what
 * changed of it since the last commit.
 *
 * <p>What was restored stays as it came until it is needed.
 */
final class KeptDossier {

  /** Takes segments. */
  @FunctionalInterface
  interface SegmentLog {

    /**
     * Takes a segment, or what was added to it.
     *
     * @param base behind how many bytes of the segment it belongs; 0 for a whole segment
     * @param replaced how many bytes that were logged before it makes useless
     * @param bytes to be taken
     */
    void put(int segment, int base, int replaced, ByteWriter bytes);
  }

  /** About what a content takes that is not packed, in bytes. */
  private static final int INDEXED = 300;

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

  /** Of a packed segment: how much of it is logged; 0 when it is to be logged whole. */
  private int logged;

  /** How much of that comes before the contents. */
  private int head;

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
      Withdrawals followed = bank == null ? Withdrawals.NONE : bank.withdrawals();
      if (restored == null) {
        contents = new KeptContents(scratch);
      } else {
        ByteReader in = new ByteReader(restored.getFirst());
        followed = SegmentCodec.readFollowed(in);
        head = in.at();
        contents = new KeptContents(scratch, restored, head);
        logged = contents.packedLength() == 0 ? 0 : head + contents.packedLength();
        restored = null;
      }
      dossier = new Dossier(parties(), followed, contents);
    }
    return dossier;
  }

  /** What its bank has withdrawn. */
  Withdrawals withdrawals() {
    return bank == null ? Withdrawals.NONE : bank.withdrawals();
  }

  /** Notes that its withdrawals have changed. */
  void changeHead() {
    contents.rewrite(HEAD);
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

  /** Logs what changed: of one packed segment that only grew, what was added. */
  void logChanges(SegmentLog log, ByteWriter scratch) {
    if (!contents.isChanged()) {
      return;
    }
    if (logged > 0 && contents.onlyAppended() && contents.packedLength() > 0) {
      contents.writeAppended(logged - head, scratch);
      int base = logged;
      logged += scratch.size();
      log.put(HEAD, base, 0, scratch);
      return;
    }
    for (int i = contents.nextChanged(0); i >= 0; i = contents.nextChanged(i + 1)) {
      logSegment(i, log, scratch);
    }
  }

  /** Logs all that there is. */
  void logWhole(SegmentLog log, ByteWriter scratch) {
    if (dossier != null) {
      for (int i = 0; i < contents.segments(); i++) {
        logSegment(i, log, scratch);
      }
    } else if (restored != null) {
      for (int i = 0; i < restored.size(); i++) {
        scratch.putBytes(restored.get(i));
        log.put(i, 0, scratch.size(), scratch);
      }
    }
  }

  private void logSegment(int segment, SegmentLog log, ByteWriter scratch) {
    SegmentCodec.write(segment, dossier.withdrawals(), contents, scratch);
    int replaced = scratch.size();
    if (contents.packedLength() > 0) {
      replaced = logged;
      logged = scratch.size();
      head = logged - contents.packedLength();
    }
    log.put(segment, 0, replaced, scratch);
  }

  /** Takes the changes as told. */
  void settle() {
    contents.settle();
    changedMoorings = null;
    touched = false;
  }

  /**
   * Takes back a segment, or what was added to it. A dossier that is open was in use here before
   * its task went elsewhere, and is behind: what is kept of it is bytes.
   *
   * @param base behind how many bytes it belongs; 0 for a whole segment
   */
  void restore(int segment, int base, byte[] bytes, ByteWriter scratch) {
    if (dossier != null) {
      close(scratch);
    }
    byte[] known = restored != null && segment < restored.size() ? restored.get(segment) : null;
    if (base == 0) {
      keep(segment, bytes);
    } else if (known != null) {
      if (known.length != base) {
        throw new IllegalStateException(
            "the changelog adds to byte %d of a segment of %d bytes under key %s"
                .formatted(base, known.length, new String(key, StandardCharsets.UTF_8)));
      }
      byte[] more = Arrays.copyOf(known, base + bytes.length);
      System.arraycopy(bytes, 0, more, base, bytes.length);
      keep(segment, more);
    } else {
      keep(segment, null);
    }
  }

  /** Whether some of its segments are not known: they are to be restored yet. */
  boolean isIncomplete() {
    return restored != null && restored.contains(null);
  }

  /** Lets it follow its bank, if it is of a pair. */
  void enlist() {
    if (bank != null) {
      bank.add(this);
    }
  }

  /** Whether it is of a bank and a firm. */
  boolean isOfPair() {
    return bank != null;
  }

  /** How many segments it has. */
  int segments() {
    if (dossier != null) {
      return contents.segments();
    }
    return restored == null ? 0 : restored.size();
  }

  /** A segment as bytes; null when it is not known. */
  byte[] segment(int number, ByteWriter scratch) {
    if (dossier == null) {
      return restored.get(number);
    }
    SegmentCodec.write(number, dossier.withdrawals(), contents, scratch);
    return scratch.take();
  }

  /** Visits the segments that changed since it was settled. */
  void forEachChangedSegment(IntConsumer visitor) {
    for (int i = contents.nextChanged(0); i >= 0; i = contents.nextChanged(i + 1)) {
      visitor.accept(i);
    }
  }

  /** Takes back all segments, as {@link #segment} tells them; of a dossier that has none yet. */
  void keepAll(List<byte[]> segments) {
    restored = segments;
  }

  /** About how many bytes its contents take. */
  int weight() {
    if (dossier == null) {
      return restored.stream().mapToInt(bytes -> bytes == null ? 0 : bytes.length).sum();
    }
    int packed = contents.packedLength();
    return packed > 0 ? packed : contents.size() * INDEXED;
  }

  private Parties parties() {
    Parties own = Parties.ofKey(new String(key, StandardCharsets.UTF_8));
    return bank == null ? own : bank.with(own.firm());
  }

  private void close(ByteWriter scratch) {
    for (int i = 0; i < contents.segments(); i++) {
      SegmentCodec.write(i, dossier.withdrawals(), contents, scratch);
      keep(i, scratch.take());
    }
    contents = null;
    dossier = null;
  }

  private void keep(int segment, byte[] bytes) {
    if (restored == null) {
      restored = new ArrayList<>(1);
    }
    while (restored.size() <= segment) {
      restored.add(null);
    }
    restored.set(segment, bytes);
  }
}
