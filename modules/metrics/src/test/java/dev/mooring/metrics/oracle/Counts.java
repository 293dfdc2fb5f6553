package dev.mooring.metrics.oracle;

import dev.mooring.contract.Stage;
import dev.mooring.contract.event.Event;
import dev.mooring.contract.event.EventType;
import dev.mooring.contract.event.Outcome;
import dev.mooring.contract.event.Status;
import dev.mooring.contract.event.Tone;
import dev.mooring.metrics.oracle.Mooring.Account;
import dev.mooring.metrics.oracle.Mooring.Kind;
import dev.mooring.metrics.oracle.Mooring.Movement;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;

/** The fields that several rows of section 4.2 have in common, each written once. */
final class Counts {

  private Counts() {}

  /** {@code events} and one count a type. */
  static void events(Tally row, List<Event> standing) {
    row.count("events", standing.size());
    Map<EventType, Long> byType = new EnumMap<>(EventType.class);
    standing.forEach(event -> byType.merge(event.getType(), 1L, Long::sum));
    for (EventType type : EventType.values()) {
      if (type != EventType.UNRECOGNISED) {
        row.count("events" + camelCase(type), byType.getOrDefault(type, 0L));
      }
    }
  }

  /** What bank, city and country have in common. */
  static void statusesAndDays(Tally row, List<Event> latest) {
    List<Event> standing = latest.stream().filter(Law::stands).toList();
    events(row, standing);
    row.count(
        "eventsConfirmed", Law.count(standing, event -> event.getStatus() == Status.CONFIRMED));
    row.count("eventsDisputed", Law.count(latest, event -> event.getStatus() == Status.DISPUTED));
    Comparator<LocalDate> order = Comparator.naturalOrder();
    row.set("firstDay", standing.stream().map(Law::day).min(order).orElse(null));
    row.set("lastDay", standing.stream().map(Law::day).max(order).orElse(null));
  }

  /** What bank and city have in common besides, of their events. */
  static void attributionAndDecisions(Tally row, List<Event> standing) {
    row.count(
        "unattributed",
        Law.count(
            standing,
            event ->
                Reach.isMooringEvent(event)
                    && (event.getBank() == null || event.getFirm() == null)));
    row.count("decisionsApproved", decisions(standing, Outcome.APPROVED));
    row.count("decisionsConditional", decisions(standing, Outcome.CONDITIONAL));
    row.count("decisionsDeclined", decisions(standing, Outcome.DECLINED));
    row.count("decisionsWithdrawn", decisions(standing, Outcome.WITHDRAWN));
  }

  static void signals(Tally row, List<Event> standing) {
    row.count("signalsSupportive", signals(standing, Tone.SUPPORTIVE));
    row.count("signalsNeutral", signals(standing, Tone.NEUTRAL));
    row.count("signalsRestrictive", signals(standing, Tone.RESTRICTIVE));
  }

  /** What bank and city have in common of their moorings. */
  static void moorings(Tally row, List<Mooring> moorings) {
    row.count("moorings", moorings.size());
    row.count("firms", distinct(moorings, mooring -> true, Mooring::firm));
    for (Stage stage : Stage.values()) {
      row.count("funnel" + camelCase(stage), count(moorings, mooring -> mooring.inFunnelAt(stage)));
    }
    row.count("accountsOpen", count(moorings, Mooring::isOpen));
    row.count("accountsDormant", count(moorings, mooring -> mooring.account() == Account.DORMANT));
    row.count("accountsRestricted", count(moorings, Mooring::restricted));
    row.count("firmsBanked", distinct(moorings, Mooring::isOpen, Mooring::firm));
    movements(row, moorings.stream().flatMap(mooring -> mooring.movements().stream()).toList());
    daysToOpen(row, moorings);
  }

  static void movements(Tally row, List<Movement> movements) {
    row.count("accountsOpened", movements(movements, Kind.OPENED));
    row.count("accountsFirstSeen", movements(movements, Kind.FIRST_SEEN));
    row.count("accountsClosed", movements(movements, Kind.CLOSED));
  }

  /** How many different parties the chosen moorings have; null is none. */
  static long distinct(
      List<Mooring> moorings, Predicate<Mooring> which, Function<Mooring, String> party) {
    return moorings.stream().filter(which).map(party).filter(Objects::nonNull).distinct().count();
  }

  private static void daysToOpen(Tally row, List<Mooring> moorings) {
    List<Long> days =
        moorings.stream().flatMap(m -> m.daysToOpen().stream().boxed()).sorted().toList();
    row.count("daysToOpenCount", days.size());
    row.set("daysToOpenP50", percentile(days, 50));
    row.set("daysToOpenP90", percentile(days, 90));
    row.set("daysToOpenMax", percentile(days, 100));
  }

  /** The smallest value such that this share of all values are not above it; null of none. */
  private static Long percentile(List<Long> sorted, int percent) {
    if (sorted.isEmpty()) {
      return null;
    }
    long atLeast = Math.ceilDiv((long) percent * sorted.size(), 100L);
    return sorted.get((int) atLeast - 1);
  }

  private static long decisions(List<Event> standing, Outcome outcome) {
    return Law.count(standing, event -> event.getOutcome() == outcome);
  }

  private static long signals(List<Event> standing, Tone tone) {
    return Law.count(standing, event -> event.getTone() == tone);
  }

  private static long movements(List<Movement> movements, Kind kind) {
    return movements.stream().filter(movement -> movement.kind() == kind).count();
  }

  private static long count(List<Mooring> moorings, Predicate<Mooring> which) {
    return moorings.stream().filter(which).count();
  }

  /** {@code OUTREACH_MADE} as in {@code eventsOutreachMade}. */
  private static String camelCase(Enum<?> constant) {
    StringBuilder name = new StringBuilder();
    for (String word : constant.name().split("_", -1)) {
      name.append(word.charAt(0)).append(word.substring(1).toLowerCase(Locale.ROOT));
    }
    return name.toString();
  }
}
