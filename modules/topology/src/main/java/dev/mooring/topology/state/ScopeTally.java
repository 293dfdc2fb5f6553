package dev.mooring.topology.state;

import dev.mooring.metrics.Counts;
import dev.mooring.metrics.Days;
import dev.mooring.metrics.Member;
import dev.mooring.metrics.ReasonKey;
import dev.mooring.metrics.Tally;
import java.util.HashSet;
import java.util.Set;

/** The tally of one bank, city or country, and which of its parts changed since the last commit. */
public final class ScopeTally implements TallyParts {

  /** Which counterpart. */
  record MemberKey(Member member, String id) {}

  private final ScopeId id;
  private final Tally tally = new Tally();
  private boolean totalsChanged;
  private final Set<Integer> days = new HashSet<>();
  private final Set<Long> daysToOpen = new HashSet<>();
  private final Set<ReasonKey> reasons = new HashSet<>();
  private final Set<MemberKey> members = new HashSet<>();

  ScopeTally(ScopeId id) {
    this.id = id;
  }

  /** Whose tally it is. */
  public ScopeId id() {
    return id;
  }

  /** All there is to know. */
  public Tally tally() {
    return tally;
  }

  /** The UTC days whose counts changed. */
  public Set<Integer> changedDays() {
    return days;
  }

  /** The reasons whose count changed. */
  public Set<ReasonKey> changedReasons() {
    return reasons;
  }

  @Override
  public void addTotals(Counts more) {
    tally.totals().addAll(more);
    totalsChanged = true;
  }

  @Override
  public void addDay(int day, Counts more) {
    tally.addOn(day, more);
    days.add(day);
  }

  @Override
  public void addDaysToOpen(long wholeDays, long count) {
    tally.addDaysToOpen(wholeDays, count);
    daysToOpen.add(wholeDays);
  }

  @Override
  public void addReason(ReasonKey key, long count) {
    tally.addReason(key, count);
    reasons.add(key);
  }

  @Override
  public void addMember(Member member, String counterpart, long count) {
    tally.addMember(member, counterpart, count);
    members.add(new MemberKey(member, counterpart));
  }

  /** Logs the parts that changed. */
  void log(ScopeTallyLog log) {
    if (totalsChanged) {
      log.totals(tally.totals());
    }
    days.stream()
        .mapToInt(Days::blockOf)
        .distinct()
        .forEach(block -> log.days(block, tally.days()));
    daysToOpen.forEach(wholeDays -> log.daysToOpen(wholeDays, tally.daysToOpen().get(wholeDays)));
    reasons.forEach(key -> log.reason(key, tally.reasons().get(key)));
    members.forEach(
        key -> log.member(key.member(), key.id(), tally.members(key.member()).get(key.id())));
  }

  /** Takes the changes as told. */
  void settle() {
    totalsChanged = false;
    days.clear();
    daysToOpen.clear();
    reasons.clear();
    members.clear();
  }
}
