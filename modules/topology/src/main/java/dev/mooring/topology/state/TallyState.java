package dev.mooring.topology.state;

import dev.mooring.metrics.Counts;
import dev.mooring.metrics.Member;
import dev.mooring.metrics.ReasonKey;
import dev.mooring.metrics.Tally;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/** The tallies of all banks, cities and countries of one task. */
public final class TallyState implements HeapState {

  private final Map<ScopeId, ScopeTally> tallies = new HashMap<>();
  private final Map<ScopeId, ScopeTally> changed = new LinkedHashMap<>();

  /** The tally to which a difference is to be added. */
  public ScopeTally changing(ScopeId id) {
    ScopeTally tally = tallies.computeIfAbsent(id, ScopeTally::new);
    changed.put(id, tally);
    return tally;
  }

  /** The tallies that changed since the last commit. */
  public Collection<ScopeTally> changed() {
    return changed.values();
  }

  /** Takes the changes as told, and forgets the tallies that have come to nothing. */
  public void settle() {
    changed.forEach(
        (id, tally) -> {
          tally.settle();
          if (tally.tally().isZero()) {
            tallies.remove(id);
          }
        });
    changed.clear();
  }

  /** Visits all tallies. */
  void forEach(BiConsumer<ScopeId, Tally> visitor) {
    tallies.forEach((id, scoped) -> visitor.accept(id, scoped.tally()));
  }

  @Override
  public void log(Changelog changelog) {
    changed.forEach((id, tally) -> tally.log(new ScopeTallyLog(id, changelog)));
  }

  @Override
  public void clear() {
    tallies.clear();
    changed.clear();
  }

  /** An entry says what a part is, not what is added: what was restored before is taken away. */
  @Override
  public void restore(byte[] key, byte[] value) {
    int end = 0;
    while (key[end] != 0) {
      end++;
    }
    ScopeId id = ScopeId.ofBytes(Arrays.copyOf(key, end));
    ScopeTally tally = tallies.computeIfAbsent(id, ScopeTally::new);
    restorePart(tally, new ByteReader(key, end + 1), value);
    tally.settle();
  }

  private static void restorePart(ScopeTally tally, ByteReader key, byte[] value) {
    switch (key.takeByte()) {
      case TallyCodec.TOTALS -> tally.addTotals(difference(tally.tally().totals(), counts(value)));
      case TallyCodec.DAY -> restoreDays(tally, key.takeInt(), value);
      case TallyCodec.DAYS_TO_OPEN -> {
        long days = key.takeNumber();
        long before = tally.tally().daysToOpen().getOrDefault(days, 0L);
        tally.addDaysToOpen(days, number(value) - before);
      }
      case TallyCodec.REASON -> {
        ReasonKey reason = TallyCodec.takeReason(key);
        long before = tally.tally().reasons().getOrDefault(reason, 0L);
        tally.addReason(reason, number(value) - before);
      }
      case TallyCodec.MEMBER -> {
        Member member = Member.of(key.takeByte());
        String id = key.takeText();
        tally.addMember(member, id, number(value) - tally.tally().members(member).get(id));
      }
      default -> throw new IllegalStateException("the changelog has a part of unknown kind");
    }
  }

  private static void restoreDays(ScopeTally tally, int block, byte[] value) {
    Map<Integer, Counts> differences =
        value == null ? new HashMap<>() : DayBlocks.takeDays(open(value));
    tally
        .tally()
        .days()
        .forEachIn(
            block,
            (before, day) ->
                difference(before, differences.computeIfAbsent(day, none -> new Counts())));
    differences.forEach((day, counts) -> tally.addDay(day, counts));
  }

  private static Counts difference(Counts before, Counts after) {
    if (before != null) {
      before.forEach((measure, sum) -> after.add(measure, -sum));
    }
    return after;
  }

  private static Counts counts(byte[] value) {
    return value == null ? new Counts() : TallyCodec.takeCounts(open(value));
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
