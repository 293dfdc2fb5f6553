package dev.mooring.metrics;

import dev.mooring.contract.event.Event;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * The events behind a number: folded alone, they make the same number.
 *
 * <p>Of a number over events these are the events counted. Of a number over moorings they are the
 * events that shape the moorings counted, and the withdrawals of their banks that closed accounts
 * there; a mooring that does not count brings none. Of {@code unplaced} they are all mooring events
 * of the relationships that have unplaced ones, since only the others show that there are several
 * cities.
 *
 * @param count what is explained
 * @param value the number
 * @param events in the order of section 3 of the contract
 */
public record Explanation(Count count, long value, List<Event> events) {

  private static final Comparator<Event> LIFE =
      Comparator.comparing(Event::getOccurredAt)
          .thenComparing(Event::getType)
          .thenComparing(Event::getId)
          .thenComparing(event -> Parties.of(event).key());

  public Explanation {
    events = events.stream().sorted(LIFE).toList();
  }

  /**
   * Explains a number.
   *
   * @param events every event that may matter, in any order, with or without superseded revisions
   *     and with any others: for a bank those that name it; for a city all events of the keys of
   *     those that name it, and the withdrawals of the banks among them; for a country those that
   *     bear it
   */
  public static Explanation of(Count count, Collection<Event> events) {
    LatestEvents latest = new LatestEvents();
    events.forEach(latest::add);
    return new ExplanationSearch(count, latest.all()).run();
  }

  /** The counts in all that can be explained of a bank, city or country. */
  public static List<String> fields(Scope scope) {
    return CountFields.of(scope, false);
  }

  /** The counts of a day that can be explained; countries have none. */
  public static List<String> dailyFields(Scope scope) {
    return CountFields.of(scope, true);
  }
}
