package dev.mooring.metrics.oracle;

import static java.util.stream.Collectors.groupingBy;

import dev.mooring.contract.EventKey;
import dev.mooring.contract.event.Event;
import dev.mooring.contract.event.EventType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Section 4.1: which moorings there are, and which events belong to each. */
final class Relationships {

  private Relationships() {}

  /**
   * The moorings, and what could be placed in none of them.
   *
   * @param unplaced how many events, by bank
   */
  record Moorings(List<Mooring> all, Map<String, Long> unplaced) {}

  static Moorings moorings(List<Event> standing) {
    Map<String, List<Event>> withdrawals =
        standing.stream()
            .filter(event -> event.getType() == EventType.BANK_WITHDREW)
            .collect(groupingBy(Event::getBank));
    Map<String, List<Event>> pairs =
        standing.stream()
            .filter(event -> event.getBank() != null && event.getFirm() != null)
            .filter(Reach::isMooringEvent)
            .collect(groupingBy(EventKey::of));

    List<Mooring> all = new ArrayList<>();
    Map<String, Long> unplaced = new HashMap<>();
    for (List<Event> pair : pairs.values()) {
      String bank = pair.getFirst().getBank();
      Set<String> cities = cities(pair);
      all.addAll(moorings(pair, cities, withdrawals.getOrDefault(bank, List.of())));
      unplaced.merge(bank, unplaced(pair, cities), Long::sum);
    }
    return new Moorings(all, unplaced);
  }

  private static Set<String> cities(List<Event> pair) {
    return pair.stream().map(Event::getCity).filter(Objects::nonNull).collect(Collectors.toSet());
  }

  private static List<Mooring> moorings(
      List<Event> pair, Set<String> cities, List<Event> withdrawals) {
    if (cities.isEmpty()) {
      return List.of(mooring(null, pair, withdrawals));
    }
    Map<String, List<Event>> placed =
        pair.stream().filter(event -> event.getCity() != null).collect(groupingBy(Event::getCity));
    List<Event> everywhere =
        pair.stream()
            .filter(event -> event.getCity() == null)
            .filter(event -> cities.size() == 1 || isOfEveryCity(event))
            .toList();
    return cities.stream()
        .map(city -> mooring(city, join(placed.get(city), everywhere), withdrawals))
        .toList();
  }

  private static long unplaced(List<Event> pair, Set<String> cities) {
    if (cities.size() < 2) {
      return 0;
    }
    return Law.count(pair, event -> event.getCity() == null && !isOfEveryCity(event));
  }

  private static boolean isOfEveryCity(Event event) {
    return switch (event.getType()) {
      case RESTRICTION_CHANGED, EXIT_NOTIFIED, RELATIONSHIP_CLOSED -> true;
      default -> false;
    };
  }

  private static Mooring mooring(String city, List<Event> own, List<Event> withdrawals) {
    List<Event> ofItsCity =
        withdrawals.stream()
            .filter(event -> event.getCity() == null || event.getCity().equals(city))
            .toList();
    return MooringFold.fold(city, own, ofItsCity);
  }

  private static List<Event> join(List<Event> some, List<Event> others) {
    return Stream.concat(some.stream(), others.stream()).toList();
  }
}
