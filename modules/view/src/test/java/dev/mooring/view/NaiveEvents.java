package dev.mooring.view;

import dev.mooring.contract.EventKey;
import dev.mooring.contract.event.Event;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Events in a list, and the simplest answers to queries. */
final class NaiveEvents {

  private final List<EventRecord> all = new ArrayList<>();

  void add(Event event, int partition, long offset, Instant recorded) {
    all.add(new EventRecord(event, partition, offset, recorded, false));
  }

  List<EventRecord> find(EventQuery query) {
    Map<String, EventRecord> standing = new HashMap<>();
    for (EventRecord one : all) {
      standing.merge(
          EventKey.of(one.event()) + " " + one.event().getId(),
          one,
          (before, now) -> now.event().compareTo(before.event()) > 0 ? now : before);
    }
    Set<EventRecord> latest = Collections.newSetFromMap(new IdentityHashMap<>());
    latest.addAll(standing.values());
    return all.stream()
        .map(
            one ->
                new EventRecord(
                    one.event(),
                    one.partition(),
                    one.offset(),
                    one.recorded(),
                    latest.contains(one)))
        .filter(one -> matches(query, one))
        .sorted(order(query.order()))
        .toList();
  }

  /** What an event says in some of its fields. */
  static List<Optional<String>> says(Event event, List<EventDimension> by) {
    return by.stream()
        .map(dimension -> event.getSchema().getField(dimension.field()).pos())
        .map(position -> Optional.ofNullable(event.get(position)).map(Object::toString))
        .toList();
  }

  private static boolean matches(EventQuery query, EventRecord one) {
    Event event = one.event();
    Instant occurred = event.getOccurredAt();
    EventQuery.Exactness exactness = query.exactness();
    return same(query.bank(), event.getBank())
        && same(query.firm(), event.getFirm())
        && same(query.city(), event.getCity())
        && same(query.country(), event.getCountry())
        && (query.types().isEmpty() || query.types().contains(event.getType()))
        && (query.statuses().isEmpty() || query.statuses().contains(event.getStatus()))
        && (exactness.cityBases().isEmpty() || exactness.cityBases().contains(event.getCityBasis()))
        && (exactness.dateBases().isEmpty() || exactness.dateBases().contains(event.getDateBasis()))
        && (exactness.precisions().isEmpty()
            || exactness.precisions().contains(event.getPrecision()))
        && query.from().map(from -> !occurred.isBefore(from)).orElse(true)
        && query.to().map(occurred::isBefore).orElse(true)
        && (!query.latestOnly() || one.latest());
  }

  private static boolean same(Optional<String> wanted, String found) {
    return wanted.map(id -> id.equals(found)).orElse(true);
  }

  private static Comparator<EventRecord> order(EventQuery.Order order) {
    Comparator<EventRecord> place =
        Comparator.comparing((EventRecord one) -> one.event().getId())
            .thenComparingInt(EventRecord::partition)
            .thenComparingLong(EventRecord::offset);
    Comparator<EventRecord> occurred =
        Comparator.comparing((EventRecord one) -> one.event().getOccurredAt())
            .thenComparing(one -> one.event().getType())
            .thenComparing(place);
    Comparator<EventRecord> recorded =
        Comparator.comparing(EventRecord::recorded).thenComparing(place);
    return switch (order) {
      case OCCURRED -> occurred;
      case OCCURRED_LATEST_FIRST -> occurred.reversed();
      case RECORDED -> recorded;
      case RECORDED_LATEST_FIRST -> recorded.reversed();
    };
  }
}
