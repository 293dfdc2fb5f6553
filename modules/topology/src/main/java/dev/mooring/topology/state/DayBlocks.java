package dev.mooring.topology.state;

import dev.mooring.metrics.Counts;
import dev.mooring.metrics.Days;

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

  static void takeDays(ByteReader in, DayVisitor visitor) {
    while (in.hasMore()) {
      visitor.visit(in.takeInt(), TallyCodec.takeCounts(in));
    }
  }

  /** Takes days. */
  @FunctionalInterface
  interface DayVisitor {

    /** The counts of a UTC day, counted from 1970-01-01. */
    void visit(int day, Counts counts);
  }
}
