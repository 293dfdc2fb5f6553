package dev.mooring.topology.state;

import dev.mooring.metrics.Counts;
import dev.mooring.metrics.Days;
import java.util.HashMap;
import java.util.Map;

/**
 * Days are logged by the blocks in which they lie: what happens in a commit mostly happened within
 * a few weeks, so that one entry serves for many days.
 */
final class DayBlocks {

  private DayBlocks() {}

  static void putBlock(int block, ByteWriter key) {
    key.putByte(TallyCodec.DAY);
    key.putNumber(block);
  }

  static void putDays(Days days, int block, ByteWriter out) {
    days.forEachIn(
        block,
        (counts, day) -> {
          out.putNumber(day);
          TallyCodec.putCounts(counts, out);
        });
  }

  static Map<Integer, Counts> takeDays(ByteReader in) {
    Map<Integer, Counts> days = new HashMap<>();
    while (in.hasMore()) {
      days.put(in.takeInt(), TallyCodec.takeCounts(in));
    }
    return days;
  }
}
