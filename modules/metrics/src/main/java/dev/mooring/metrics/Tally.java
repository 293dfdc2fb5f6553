package dev.mooring.metrics;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Counts of one bank, city or country: in all, by day, by counterpart, by days to open and by
 * reason. A tally may be all there is to know, or a difference to be added to it: adding is all
 * that is ever done, so the order never matters. Parts that come to zero vanish.
 */
public final class Tally {

  private final Counts totals = new Counts();
  private final Days days = new Days();
  private final Histogram daysToOpen = new Histogram();
  private final Reasons reasons = new Reasons();
  private final Map<Member, Members> members = new EnumMap<>(Member.class);

  /** The counts in all. */
  public Counts totals() {
    return totals;
  }

  /** The counts by UTC day. */
  public Days days() {
    return days;
  }

  /** How many moorings took how many days to open. Not to be changed by the caller. */
  public Histogram daysToOpen() {
    return daysToOpen;
  }

  /** How often reasons were given. */
  public Reasons reasons() {
    return reasons;
  }

  /** The moorings with each counterpart. */
  public Members members(Member member) {
    return members.getOrDefault(member, Members.NONE);
  }

  /** Adds to a total. */
  public void add(Measure measure, long count) {
    totals.add(measure, count);
  }

  /** Adds to a day's count. */
  public void addOn(int day, Measure measure, long count) {
    Counts counts = day(day);
    counts.add(measure, count);
    forgetIfZero(day, counts);
  }

  /** Adds to all of a day's counts. */
  public void addOn(int day, Counts more) {
    Counts counts = day(day);
    counts.addAll(more);
    forgetIfZero(day, counts);
  }

  /** Forgets the days of a block of {@link Days}. */
  public void forgetDays(int block) {
    days.forget(block);
  }

  /** The counts of a day, to be added to; {@link #forgetIfZero} must follow. */
  Counts day(int day) {
    return days.of(day);
  }

  void forgetIfZero(int day, Counts counts) {
    days.forgetIfZero(day, counts);
  }

  /** Adds moorings that took so many days to open. */
  public void addDaysToOpen(long wholeDays, long count) {
    daysToOpen.add(wholeDays, count);
  }

  /** Adds to how often a reason was given. */
  public void addReason(ReasonKey reason, long count) {
    reasons.add(reason, count);
  }

  /** Adds moorings with a counterpart. */
  public void addMember(Member member, String id, long count) {
    members.computeIfAbsent(member, none -> new Members()).add(id, count);
  }

  /**
   * Adds what rows need of counterparts that are kept elsewhere, one by one.
   *
   * @param present how many counterparts have at least one mooring
   * @param moorings with all of them
   * @param squares the sum of the squares of the moorings with each
   */
  public void addMembers(Member member, long present, long moorings, long squares) {
    members.computeIfAbsent(member, none -> new Members()).add(present, moorings, squares);
  }

  /** Adds all of another tally. */
  public void addAll(Tally other) {
    totals.addAll(other.totals);
    other.days.forEach((counts, day) -> addOn(day, counts));
    other.daysToOpen.forEach(this::addDaysToOpen);
    other.reasons.forEach(this::addReason);
    other.forEachMember((member, all) -> all.forEach((id, count) -> addMember(member, id, count)));
  }

  /** Visits the counterparts that there are. */
  public void forEachMember(BiConsumer<Member, Members> visitor) {
    members.forEach(visitor);
  }

  /** Whether nothing is left. */
  public boolean isZero() {
    return totals.isZero()
        && days.isEmpty()
        && daysToOpen.isEmpty()
        && reasons.isEmpty()
        && members.values().stream().allMatch(Members::isEmpty);
  }
}
