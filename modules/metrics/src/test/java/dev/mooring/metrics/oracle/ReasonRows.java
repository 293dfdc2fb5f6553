package dev.mooring.metrics.oracle;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import dev.mooring.contract.EventKey;
import dev.mooring.contract.event.Event;
import dev.mooring.contract.event.Outcome;
import dev.mooring.contract.row.ReasonRow;
import dev.mooring.metrics.oracle.Mooring.Kind;
import dev.mooring.metrics.oracle.Mooring.Movement;
import java.util.List;
import java.util.NavigableMap;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;

/** The rows of the reasons topic. */
final class ReasonRows {

  private ReasonRows() {}

  /** Puts the reasons of one bank or city into a table. */
  static void put(
      String scope,
      String id,
      List<Event> latest,
      List<Mooring> moorings,
      NavigableMap<String, SpecificRecord> table) {
    Stream<String> declines =
        latest.stream()
            .filter(Law::stands)
            .filter(event -> event.getOutcome() == Outcome.DECLINED)
            .map(MooringFold::reason);
    Stream<String> closures =
        moorings.stream()
            .flatMap(mooring -> mooring.movements().stream())
            .filter(movement -> movement.kind() == Kind.CLOSED)
            .map(Movement::reason);
    put(scope, id, "DECLINE", declines, table);
    put(scope, id, "CLOSURE", closures, table);
  }

  private static void put(
      String scope,
      String id,
      String kind,
      Stream<String> reasons,
      NavigableMap<String, SpecificRecord> table) {
    reasons
        .collect(groupingBy(reason -> reason, counting()))
        .forEach(
            (reason, count) ->
                table.put(
                    EventKey.of(scope, id, kind, reason),
                    new ReasonRow(scope, id, kind, reason, count)));
  }
}
