package dev.mooring.metrics.oracle;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.maxBy;

import dev.mooring.contract.EventKey;
import dev.mooring.contract.event.Event;
import dev.mooring.contract.event.EventType;
import dev.mooring.contract.row.MooringRow;
import dev.mooring.contract.row.StanceRow;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;

/** The rows that tell of one mooring and of one stance. */
final class SingleRows {

  private SingleRows() {}

  static NavigableMap<String, SpecificRecord> moorings(List<Mooring> moorings) {
    NavigableMap<String, SpecificRecord> table = new TreeMap<>();
    for (Mooring mooring : moorings) {
      String key = EventKey.of(mooring.bank(), mooring.firm(), mooring.city());
      row(mooring).ifPresent(row -> table.put(key, row));
    }
    return table;
  }

  static NavigableMap<String, SpecificRecord> stances(List<Event> standing) {
    NavigableMap<String, SpecificRecord> table = new TreeMap<>();
    standing.stream()
        .filter(event -> event.getType() == EventType.BANK_STANCE_CHANGED)
        .collect(groupingBy(SingleRows::stanceKey, maxBy(Law.ORDER)))
        .forEach((key, last) -> table.put(key, stance(last.orElseThrow())));
    return table;
  }

  private static String stanceKey(Event event) {
    return EventKey.of(
        event.getBank(), event.getStance().name(), event.getCity(), event.getProgramme());
  }

  private static StanceRow stance(Event last) {
    return new StanceRow(
        last.getBank(),
        last.getStance().name(),
        last.getCity(),
        last.getProgramme(),
        last.getPosition().name(),
        Law.day(last));
  }

  private static Optional<SpecificRecord> row(Mooring mooring) {
    Long daysToOpen = mooring.daysToOpen().isPresent() ? mooring.daysToOpen().getAsLong() : null;
    return new Tally()
        .set("bank", mooring.bank())
        .set("firm", mooring.firm())
        .set("city", mooring.city())
        .set("stage", mooring.stage().name())
        .set("observed", mooring.observed())
        .set("account", mooring.account().name())
        .set("restricted", mooring.restricted())
        .set("daysToOpen", daysToOpen)
        .count("events", mooring.events())
        .set("firstDay", mooring.firstDay())
        .set("lastDay", mooring.lastDay())
        .into(new MooringRow());
  }
}
