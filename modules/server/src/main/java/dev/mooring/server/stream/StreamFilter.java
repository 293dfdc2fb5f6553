package dev.mooring.server.stream;

import dev.mooring.contract.event.Event;
import dev.mooring.server.rows.RowFilter;
import dev.mooring.server.stream.Entry.EventTold;
import dev.mooring.server.stream.Entry.RowTold;
import dev.mooring.server.stream.Entry.Told;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a client asked for.
 *
 * @param rows which rows, of each feed of rows that is followed
 * @param events the values that are asked for of events, by field
 */
public record StreamFilter(
    Set<Feed> feeds, Map<Feed, RowFilter> rows, Map<String, Set<String>> events) {

  /** What to tell the client of an entry; empty when it is not for it. */
  Optional<Told> of(Told told) {
    if (!feeds.contains(told.feed())) {
      return Optional.empty();
    }
    return switch (told) {
      case RowTold row -> of(row, rows.get(row.feed()));
      case EventTold event -> Optional.of((Told) event).filter(any -> passes(event));
      default -> Optional.of(told);
    };
  }

  /** A row that passes no longer is gone, for who follows those that pass. */
  private static Optional<Told> of(RowTold row, RowFilter filter) {
    if (!filter.passesKey(row.key())) {
      return Optional.empty();
    }
    if (row.after().filter(filter::passesRow).isPresent()) {
      return Optional.of(row);
    }
    boolean seen = !row.beforeKnown() || row.before().filter(filter::passesRow).isPresent();
    return seen ? Optional.of(row.after().isEmpty() ? row : row.gone()) : Optional.empty();
  }

  private boolean passes(EventTold told) {
    Event event = told.record().event();
    return events.entrySet().stream()
        .allMatch(
            asked -> {
              Object value = event.get(event.getSchema().getField(asked.getKey()).pos());
              return value != null && asked.getValue().contains(value.toString());
            });
  }
}
