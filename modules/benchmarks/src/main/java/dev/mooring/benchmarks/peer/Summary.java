package dev.mooring.benchmarks.peer;

import dev.mooring.metrics.Counts;
import dev.mooring.metrics.Measure;
import dev.mooring.metrics.Member;
import dev.mooring.metrics.Tally;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a metrics row of a bank, city or country is made of, where its days and counterparts are
 * kept elsewhere, one by one: a state that stays small, however long the history.
 */
public final class Summary {

  private static final Member[] MEMBERS = Member.values();
  private static final int WORD = Long.SIZE;

  private final Counts totals = new Counts();
  private final TreeMap<Long, Long> daysToOpen = new TreeMap<>();

  /** Days on which there are events, as bits, by the number of 64 days. */
  private final TreeMap<Integer, Long> days = new TreeMap<>();

  private final long[] present = new long[MEMBERS.length];
  private final long[] moorings = new long[MEMBERS.length];
  private final long[] squares = new long[MEMBERS.length];

  /** Adds the totals and the days to open of a difference. */
  public void add(Tally difference) {
    totals.addAll(difference.totals());
    difference.daysToOpen().forEach(this::addDaysToOpen);
  }

  /** Takes the totals and the days to open of a difference away. */
  public void subtract(Tally difference) {
    difference.totals().forEach((measure, sum) -> totals.add(measure, -sum));
    difference.daysToOpen().forEach((wholeDays, count) -> addDaysToOpen(wholeDays, -count));
  }

  /** Says whether there are events on a day. */
  public void day(int day, boolean hasEvents) {
    int word = Math.floorDiv(day, WORD);
    long bit = 1L << Math.floorMod(day, WORD);
    long before = days.getOrDefault(word, 0L);
    long after = hasEvents ? before | bit : before & ~bit;
    if (after == 0) {
      days.remove(word);
    } else {
      days.put(word, after);
    }
  }

  /** Says that a counterpart's moorings went from one number to another. */
  public void member(Member member, long before, long after) {
    int at = member.code();
    present[at] += (after > 0 ? 1 : 0) - (before > 0 ? 1 : 0);
    moorings[at] += after - before;
    squares[at] += after * after - before * before;
  }

  /** Whether nothing is left. */
  public boolean isZero() {
    return totals.isZero() && daysToOpen.isEmpty() && days.isEmpty() && noMembers();
  }

  /** As a tally that makes the same metrics row. */
  public Tally toTally() {
    Tally tally = new Tally();
    tally.totals().addAll(totals);
    daysToOpen.forEach(tally::addDaysToOpen);
    if (!days.isEmpty()) {
      tally.addOn(firstDay(), Measure.EVENTS, 1);
      tally.addOn(lastDay(), Measure.EVENTS, 1);
    }
    for (Member member : MEMBERS) {
      int at = member.code();
      tally.addMembers(member, present[at], moorings[at], squares[at]);
    }
    return tally;
  }

  /** Writes it in a compact form. */
  public void write(DataOutput out) throws IOException {
    Numbers.writeCounts(totals, out);
    Numbers.write(daysToOpen.size(), out);
    for (Map.Entry<Long, Long> entry : daysToOpen.entrySet()) {
      Numbers.write(entry.getKey(), out);
      Numbers.write(entry.getValue(), out);
    }
    Numbers.write(days.size(), out);
    for (Map.Entry<Integer, Long> entry : days.entrySet()) {
      Numbers.write(entry.getKey(), out);
      out.writeLong(entry.getValue());
    }
    for (int at = 0; at < MEMBERS.length; at++) {
      Numbers.write(present[at], out);
      Numbers.write(moorings[at], out);
      Numbers.write(squares[at], out);
    }
  }

  /** Reads what {@link #write} wrote. */
  public static Summary read(DataInput in) throws IOException {
    Summary summary = new Summary();
    summary.totals.addAll(Numbers.readCounts(in));
    for (long left = Numbers.read(in); left > 0; left--) {
      summary.daysToOpen.put(Numbers.read(in), Numbers.read(in));
    }
    for (long left = Numbers.read(in); left > 0; left--) {
      summary.days.put((int) Numbers.read(in), in.readLong());
    }
    for (int at = 0; at < MEMBERS.length; at++) {
      summary.present[at] = Numbers.read(in);
      summary.moorings[at] = Numbers.read(in);
      summary.squares[at] = Numbers.read(in);
    }
    return summary;
  }

  private int firstDay() {
    var first = days.firstEntry();
    return first.getKey() * WORD + Long.numberOfTrailingZeros(first.getValue());
  }

  private int lastDay() {
    var last = days.lastEntry();
    return last.getKey() * WORD + WORD - 1 - Long.numberOfLeadingZeros(last.getValue());
  }

  private boolean noMembers() {
    for (long one : moorings) {
      if (one != 0) {
        return false;
      }
    }
    return true;
  }

  private void addDaysToOpen(long wholeDays, long count) {
    long sum = daysToOpen.getOrDefault(wholeDays, 0L) + count;
    if (sum == 0) {
      daysToOpen.remove(wholeDays);
    } else {
      daysToOpen.put(wholeDays, sum);
    }
  }
}
