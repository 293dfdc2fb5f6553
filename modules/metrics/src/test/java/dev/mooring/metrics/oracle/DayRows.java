package dev.mooring.metrics.oracle;

import static java.util.stream.Collectors.groupingBy;

import dev.mooring.contract.EventKey;
import dev.mooring.contract.event.Event;
import dev.mooring.contract.event.Precision;
import dev.mooring.metrics.oracle.Mooring.Movement;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecord;

/** The rows of bank-daily and city-daily. */
final class DayRows {

  private DayRows() {}

  /** Puts all days of one bank or city into a table. */
  static void put(
      String scope,
      String id,
      List<Event> latest,
      List<Mooring> moorings,
      Supplier<SpecificRecord> empty,
      NavigableMap<String, SpecificRecord> table) {
    Map<LocalDate, List<Event>> events =
        latest.stream().filter(Law::stands).collect(groupingBy(Law::day));
    Map<LocalDate, List<Movement>> movements =
        moorings.stream()
            .flatMap(mooring -> mooring.movements().stream())
            .collect(groupingBy(Movement::day));
    Set<LocalDate> days = new TreeSet<>(events.keySet());
    days.addAll(movements.keySet());
    for (LocalDate day : days) {
      Tally row = new Tally().set(scope, id).set("day", day);
      count(row, events.getOrDefault(day, List.of()), movements.getOrDefault(day, List.of()));
      row.into(empty.get()).ifPresent(made -> table.put(EventKey.of(id, day.toString()), made));
    }
  }

  private static void count(Tally row, List<Event> standing, List<Movement> movements) {
    Counts.events(row, standing);
    row.count(
        "eventsMonthPrecision",
        Law.count(standing, event -> event.getPrecision() == Precision.MONTH));
    Counts.movements(row, movements);
  }
}
