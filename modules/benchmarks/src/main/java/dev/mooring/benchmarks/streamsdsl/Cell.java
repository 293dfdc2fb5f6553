package dev.mooring.benchmarks.streamsdsl;

import dev.mooring.contract.event.Reason;
import dev.mooring.metrics.Member;
import dev.mooring.metrics.ReasonKey;
import dev.mooring.metrics.ReasonKind;
import dev.mooring.metrics.Scope;
import dev.mooring.metrics.Tally;
import java.util.function.BiConsumer;

/**
 * A part of what is known of a bank, city or country, so small that it may be read and written for
 * each event: its totals, a day, a reason, a counterpart.
 */
sealed interface Cell {

  Scope scope();

  String id();

  /** Totals, and moorings by days to open. */
  record Totals(Scope scope, String id) implements Cell {}

  /** A UTC day, counted from 1970-01-01. */
  record Day(Scope scope, String id, int day) implements Cell {}

  /** How often a reason was given. */
  record ReasonGiven(Scope scope, String id, ReasonKey reason) implements Cell {}

  /** Moorings with a counterpart. */
  record Counterpart(Scope scope, String id, Member member, String other) implements Cell {}

  /** The key of its bank, city or country. */
  default String scopeKey() {
    return scope().word() + '/' + id();
  }

  /** Its own key. */
  default String key() {
    return switch (this) {
      case Totals totals -> scopeKey();
      case Day cell -> scopeKey() + "/day/" + cell.day;
      case ReasonGiven cell ->
          scopeKey() + "/reason/" + cell.reason.kind() + '/' + cell.reason.word();
      case Counterpart cell -> scopeKey() + "/member/" + cell.member + '/' + cell.other;
    };
  }

  /** The cell of a key. */
  static Cell ofKey(String key) {
    String[] parts = key.split("/", -1);
    Scope scope = Scope.ofWord(parts[0]);
    String id = parts[1];
    if (parts.length == 2) {
      return new Totals(scope, id);
    }
    return switch (parts[2]) {
      case "day" -> new Day(scope, id, Integer.parseInt(parts[3]));
      case "reason" -> new ReasonGiven(scope, id, reason(parts[3], parts[4]));
      case "member" -> new Counterpart(scope, id, Member.valueOf(parts[3]), parts[4]);
      default -> throw new IllegalArgumentException("cell '" + key + "' is of unknown kind");
    };
  }

  /** Parts a difference into cells. */
  static void split(Scope scope, String id, Tally difference, BiConsumer<Cell, Tally> cells) {
    Tally totals = new Tally();
    totals.totals().addAll(difference.totals());
    difference.daysToOpen().forEach(totals::addDaysToOpen);
    if (!totals.isZero()) {
      cells.accept(new Totals(scope, id), totals);
    }
    difference
        .days()
        .forEach(
            (counts, day) -> {
              Tally ofDay = new Tally();
              ofDay.addOn(day, counts);
              cells.accept(new Day(scope, id, day), ofDay);
            });
    difference
        .reasons()
        .forEach(
            (key, count) -> {
              Tally ofReason = new Tally();
              ofReason.addReason(key, count);
              cells.accept(new ReasonGiven(scope, id, key), ofReason);
            });
    difference.forEachMember(
        (member, all) ->
            all.forEach(
                (other, count) -> {
                  Tally ofMember = new Tally();
                  ofMember.addMember(member, other, count);
                  cells.accept(new Counterpart(scope, id, member, other), ofMember);
                }));
  }

  private static ReasonKey reason(String kind, String word) {
    Reason reason = word.equals("UNKNOWN") ? null : Reason.valueOf(word);
    return new ReasonKey(ReasonKind.valueOf(kind), reason);
  }
}
