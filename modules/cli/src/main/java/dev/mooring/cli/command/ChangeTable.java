package dev.mooring.cli.command;

import dev.mooring.cli.output.Column;
import dev.mooring.cli.output.Columns;
import dev.mooring.replay.asof.RowChange;
import dev.mooring.view.Row;
import dev.mooring.view.Snapshot;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;

/** What differs between two states of the rows: a line for each field. */
final class ChangeTable {

  /** A field that differs. */
  record Line(String key, RowChange.Kind change, RowChange.Field field) {

    static Stream<Line> of(RowChange change) {
      return change.fields().stream().map(field -> new Line(change.key(), change.kind(), field));
    }
  }

  static final Columns<Line> COLUMNS =
      Columns.of(
          List.of(
              Column.text("key", Line::key),
              Column.text("field", line -> line.field().name()),
              Column.text("before", line -> line.field().before()),
              Column.text("after", line -> line.field().after()),
              Column.text("change", Line::change)));

  private ChangeTable() {}

  /**
   * What has changed of a table's rows, by key.
   *
   * @param id null for all
   */
  static <R extends SpecificRecord, S> List<Line> between(
      MetricTable<R, S> table, String id, Snapshot before, Snapshot after) {
    Map<String, Map<String, Object>> old = fields(table, table.watched(before, id));
    Map<String, Map<String, Object>> now = fields(table, table.watched(after, id));
    if (old.isEmpty() && now.isEmpty()) {
      table.chosen(after, id); // says what is wrong with the id
    }
    TreeMap<String, Map<String, Object>> keys = new TreeMap<>(old);
    keys.putAll(now);
    return keys.keySet().stream()
        .flatMap(
            key ->
                RowChange.between(
                    key, old.getOrDefault(key, Map.of()), now.getOrDefault(key, Map.of()))
                    .stream())
        .flatMap(Line::of)
        .toList();
  }

  private static <S> Map<String, Map<String, Object>> fields(
      MetricTable<?, S> table, List<Row<S>> rows) {
    Map<String, Map<String, Object>> byKey = new LinkedHashMap<>();
    for (Row<S> row : rows) {
      Map<String, Object> fields = new LinkedHashMap<>();
      table
          .columns()
          .all()
          .forEach(each -> fields.put(each.name(), each.value().apply(row.value())));
      byKey.put(row.key(), fields);
    }
    return byKey;
  }
}
