package dev.mooring.topology.state;

import dev.mooring.metrics.Counts;
import dev.mooring.metrics.Member;
import dev.mooring.metrics.ReasonKey;
import dev.mooring.metrics.Tally;
import java.util.Arrays;
import java.util.function.Function;

/**
 * Takes back what {@link ScopeTallyLog} logged. An entry says what a part is, not what is added: it
 * takes the place of what was restored before.
 *
 * <p>Entries of one tally mostly follow each other, so the last one is at hand.
 */
final class TallyRestoring {

  private final Function<ScopeId, Tally> tallies;
  private byte[] lastId;
  private Tally last;

  /**
   * A restoring of some tallies.
   *
   * @param tallies finds one by its id, and makes it if there is none
   */
  TallyRestoring(Function<ScopeId, Tally> tallies) {
    this.tallies = tallies;
  }

  /** Takes an entry; a null value: the part has come to zero. */
  void restore(byte[] key, byte[] value) {
    int end = 0;
    while (key[end] != ScopeTallyLog.END_OF_ID) {
      end++;
    }
    if (lastId == null || !Arrays.equals(lastId, 0, lastId.length, key, 0, end)) {
      lastId = Arrays.copyOf(key, end);
      last = tallies.apply(ScopeId.ofBytes(lastId));
    }
    restorePart(last, new ByteReader(key, end + 1), value);
  }

  /** Tallies may have been taken out. */
  void forget() {
    lastId = null;
    last = null;
  }

  private static void restorePart(Tally tally, ByteReader key, byte[] value) {
    switch (key.takeByte()) {
      case TallyCodec.TOTALS -> restoreTotals(tally.totals(), value);
      case TallyCodec.DAY -> restoreDays(tally, key.takeInt(), value);
      case TallyCodec.DAYS_TO_OPEN -> {
        long days = key.takeNumber();
        long before = tally.daysToOpen().get(days);
        tally.addDaysToOpen(days, number(value) - before);
      }
      case TallyCodec.REASON -> {
        ReasonKey reason = TallyCodec.takeReason(key);
        long before = tally.reasons().get(reason);
        tally.addReason(reason, number(value) - before);
      }
      case TallyCodec.MEMBER -> {
        Member member = Member.of(key.takeByte());
        String id = key.takeText();
        tally.addMember(member, id, number(value) - tally.members(member).get(id));
      }
      default -> throw new IllegalStateException("the changelog has a part of unknown kind");
    }
  }

  private static void restoreTotals(Counts totals, byte[] value) {
    totals.clear();
    if (value != null) {
      totals.addAll(TallyCodec.takeCounts(open(value)));
    }
  }

  private static void restoreDays(Tally tally, int block, byte[] value) {
    tally.forgetDays(block);
    if (value != null) {
      DayBlocks.takeDays(open(value), tally::addOn);
    }
  }

  private static long number(byte[] value) {
    return value == null ? 0 : open(value).takeNumber();
  }

  private static ByteReader open(byte[] value) {
    ByteReader in = new ByteReader(value);
    in.expectVersion(ScopeTallyLog.VERSION, "a part of a tally");
    return in;
  }
}
