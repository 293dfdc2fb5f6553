package dev.mooring.publisher;

import dev.mooring.contract.EventValidator;
import dev.mooring.contract.Problem;
import dev.mooring.contract.event.Event;
import dev.mooring.contract.reference.CityReference;
import dev.mooring.publisher.PublisherConfig.UnknownCities;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * What a publisher asks of an event: that it is valid, that its city is known, that it is not far
 * off.
 */
final class EventCheck {

  /** How far ahead of its record an event may be dated; the topology rejects what goes beyond. */
  private static final Duration FAR_FUTURE = Duration.ofDays(366);

  private final Supplier<CityReference> cities;
  private final UnknownCities unknownCities;

  EventCheck(Supplier<CityReference> cities, UnknownCities unknownCities) {
    this.cities = cities;
    this.unknownCities = unknownCities;
  }

  /** All that is wrong with an event that is to be sent now. */
  List<Problem> problems(Event event, Instant now) {
    return problems(event, now, EventValidator.problems(event));
  }

  /** The same of an event of which it is known that it is valid by itself. */
  List<Problem> problemsOfValid(Event event, Instant now) {
    return problems(event, now, new ArrayList<>(0));
  }

  private List<Problem> problems(Event event, Instant now, List<Problem> problems) {
    addNew(cityProblems(event), problems);
    Instant occurredAt = event.getOccurredAt();
    if (occurredAt != null && occurredAt.isAfter(now.plus(FAR_FUTURE))) {
      String message = "should be at most %d days ahead".formatted(FAR_FUTURE.toDays());
      problems.add(new Problem("occurredAt", occurredAt.toString(), message));
    }
    return problems;
  }

  private static void addNew(List<Problem> more, List<Problem> problems) {
    if (!more.isEmpty()) {
      Set<String> told = problems.stream().map(Problem::field).collect(Collectors.toSet());
      more.stream().filter(problem -> !told.contains(problem.field())).forEach(problems::add);
    }
  }

  private List<Problem> cityProblems(Event event) {
    boolean mayBeUnknown = unknownCities == UnknownCities.ACCEPT;
    String city = event.getCity();
    return mayBeUnknown && city != null && cities.get().find(city).isEmpty()
        ? List.of()
        : cities.get().problems(event);
  }
}
