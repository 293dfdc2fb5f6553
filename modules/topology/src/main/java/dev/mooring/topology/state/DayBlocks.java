package dev.mooring.topology.state;

import dev.mooring.metrics.Counts;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Days are logged in blocks of 32: what happens in a commit mostly happened within a few weeks, so
 * that one entry serves for many days.
 */
final class DayBlocks {

  private static final int SHIFT = 5;

  private DayBlocks() {}

  static int blockOf(int day) {
    return day >> SHIFT;
  }

  /** The days of a block, of those that there are. */
  static NavigableMap<Integer, Counts> in(NavigableMap<Integer, Counts> days, int block) {
    return days.subMap(block << SHIFT, true, (block + 1) << SHIFT, false);
  }

  static void putBlock(int block, ByteWriter key) {
    key.putByte(TallyCodec.DAY);
    key.putNumber(block);
  }

  static void putDays(Map<Integer, Counts> days, ByteWriter out) {
    days.forEach(
        (day, counts) -> {
          out.putNumber(day);
          TallyCodec.putCounts(counts, out);
        });
  }

  static NavigableMap<Integer, Counts> takeDays(ByteReader in) {
    NavigableMap<Integer, Counts> days = new TreeMap<>();
    while (in.hasMore()) {
      days.put(in.takeInt(), TallyCodec.takeCounts(in));
    }
    return days;
  }
}
