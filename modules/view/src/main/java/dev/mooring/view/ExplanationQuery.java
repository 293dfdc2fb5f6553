package dev.mooring.view;

import dev.mooring.contract.event.Event;
import dev.mooring.contract.event.EventType;
import dev.mooring.metrics.Count;
import dev.mooring.metrics.Explanation;
import dev.mooring.metrics.Parties;
import dev.mooring.metrics.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Asks a view for the events that may matter to a count. */
final class ExplanationQuery {

  private static final int PAGE = 10_000;

  private ExplanationQuery() {}

  static Explanation explain(EventsView view, Count count) {
    List<Event> events = find(view, count.scope(), count.id());
    if (count.scope() == Scope.CITY) {
      events.addAll(relationships(view, events));
    }
    return Explanation.of(count, events);
  }

  /** Of relationships in a city also what they have elsewhere, and the withdrawals of the banks. */
  private static List<Event> relationships(EventsView view, List<Event> here) {
    Set<Parties> keys = here.stream().map(Parties::of).collect(Collectors.toSet());
    return here.stream()
        .map(Event::getBank)
        .filter(Objects::nonNull)
        .distinct()
        .flatMap(bank -> find(view, Scope.BANK, bank).stream())
        .filter(
            event -> keys.contains(Parties.of(event)) || event.getType() == EventType.BANK_WITHDREW)
        .toList();
  }

  private static List<Event> find(EventsView view, Scope scope, String id) {
    EventQuery query =
        new EventQuery(
            Optional.of(id).filter(bank -> scope == Scope.BANK),
            Optional.empty(),
            Optional.of(id).filter(city -> scope == Scope.CITY),
            Optional.of(id).filter(country -> scope == Scope.COUNTRY),
            Set.of(),
            Set.of(),
            EventQuery.Exactness.ANY,
            Optional.empty(),
            Optional.empty(),
            true,
            EventQuery.Order.OCCURRED);
    List<Event> events = new ArrayList<>();
    Optional<String> after = Optional.empty();
    do {
      EventPage page = view.find(query, after, PAGE);
      page.events().forEach(record -> events.add(record.event()));
      after = page.next();
    } while (after.isPresent());
    return events;
  }
}
