package dev.mooring.metrics.oracle;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;

import dev.mooring.contract.EventKey;
import dev.mooring.contract.event.Event;
import dev.mooring.contract.event.Status;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificData;

/** Section 3: which revision stands, and in which order events are told. */
final class Law {

  /** Of two contents of one event, the greater stands. */
  static final Comparator<Event> PRECEDENCE =
      comparingInt(Event::getRevision)
          .thenComparing(Event::getReportedAt)
          .thenComparing((a, b) -> SpecificData.get().compare(a, b, Event.getClassSchema()));

  /** The order in which facts are told. */
  static final Comparator<Event> ORDER =
      comparing(Event::getOccurredAt).thenComparing(Event::getType).thenComparing(Event::getId);

  private Law() {}

  private record Identity(String key, String id) {}

  /** The content that stands for each event, whatever its status. */
  static List<Event> latestRevisions(Collection<Event> events) {
    Map<Identity, Event> latest = new HashMap<>();
    for (Event event : events) {
      Identity identity = new Identity(EventKey.of(event), event.getId());
      latest.merge(identity, event, BinaryOperator.maxBy(PRECEDENCE));
    }
    return List.copyOf(latest.values());
  }

  static boolean stands(Event latest) {
    return latest.getStatus() == Status.CONFIRMED || latest.getStatus() == Status.REPORTED;
  }

  static LocalDate day(Event event) {
    return LocalDate.ofInstant(event.getOccurredAt(), ZoneOffset.UTC);
  }

  static long count(Collection<Event> events, Predicate<Event> which) {
    return events.stream().filter(which).count();
  }
}
