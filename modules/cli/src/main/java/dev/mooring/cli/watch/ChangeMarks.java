package dev.mooring.cli.watch;

import dev.mooring.cli.output.Column;
import dev.mooring.view.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Which cells of a table have changed of late. */
final class ChangeMarks<T> {

  /** Long enough for an eye to find a mark. */
  static final Duration STAY = Duration.ofSeconds(5);

  private final List<Column<T>> columns;
  private final Map<Cell, Instant> changed = new HashMap<>();
  private Map<String, T> before;

  private record Cell(String key, String column) {}

  ChangeMarks(List<Column<T>> columns) {
    this.columns = columns;
  }

  /** Takes the rows as they are now. The first ones have not changed: they were there. */
  void take(List<Row<T>> rows, Instant now) {
    changed.values().removeIf(when -> !now.isBefore(when.plus(STAY)));
    Map<String, T> present = new HashMap<>();
    for (Row<T> row : rows) {
      present.put(row.key(), row.value());
      if (before != null && !row.value().equals(before.get(row.key()))) {
        compare(row, before.get(row.key()), now);
      }
    }
    before = present;
  }

  boolean isMarked(String key, Column<T> column) {
    return changed.containsKey(new Cell(key, column.name()));
  }

  private void compare(Row<T> row, T was, Instant now) {
    for (Column<T> column : columns) {
      Object then = was == null ? null : column.value().apply(was);
      if (!Objects.equals(then, column.value().apply(row.value()))) {
        changed.put(new Cell(row.key(), column.name()), now);
      }
    }
  }
}
