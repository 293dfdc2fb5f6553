package dev.mooring.topology.state;

import dev.mooring.metrics.Counts;
import dev.mooring.metrics.Days;
import dev.mooring.metrics.Member;
import dev.mooring.metrics.ReasonKey;

/**
 * Logs and restores the parts of one tally, an entry each: the key is the tally's key, a zero byte,
 * and which part it is. A part that has come to zero is removed.
 */
final class ScopeTallyLog {

  static final int VERSION = 1;

  static final byte END_OF_ID = 0;

  private final byte[] id;
  private final HeapState.Changelog changelog;
  private final ByteWriter out = new ByteWriter();

  ScopeTallyLog(ScopeId id, HeapState.Changelog changelog) {
    this.id = id.toBytes();
    this.changelog = changelog;
  }

  void totals(Counts counts) {
    begin().putByte(TallyCodec.TOTALS);
    put(out.take(), counts);
  }

  /** The days of one block, of which there may be none. */
  void days(int block, Days days) {
    DayBlocks.putBlock(block, begin());
    byte[] key = out.take();
    out.putByte(VERSION);
    int empty = out.size();
    DayBlocks.putDays(days, block, out);
    boolean none = out.size() == empty;
    byte[] value = out.take();
    changelog.put(key, none ? null : value);
  }

  void daysToOpen(long days, long count) {
    TallyCodec.putDaysToOpen(days, begin());
    put(out.take(), count);
  }

  void reason(ReasonKey key, long count) {
    TallyCodec.putReason(key, begin());
    put(out.take(), count);
  }

  void member(Member member, String counterpart, long count) {
    TallyCodec.putMember(member, counterpart, begin());
    put(out.take(), count);
  }

  private ByteWriter begin() {
    out.putBytes(id);
    out.putByte(END_OF_ID);
    return out;
  }

  private void put(byte[] key, Counts counts) {
    if (counts == null || counts.isZero()) {
      changelog.put(key, null);
    } else {
      out.putByte(VERSION);
      TallyCodec.putCounts(counts, out);
      changelog.put(key, out.take());
    }
  }

  private void put(byte[] key, long count) {
    if (count == 0) {
      changelog.put(key, null);
    } else {
      out.putByte(VERSION);
      out.putNumber(count);
      changelog.put(key, out.take());
    }
  }
}
