package dev.mooring.cli.watch;

import dev.mooring.cli.output.Column;
import dev.mooring.cli.output.Columns;
import dev.mooring.cli.output.Format;
import dev.mooring.cli.output.Output;
import dev.mooring.view.Freshness;
import dev.mooring.view.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Rows for programs: first every row, then each that has changed, one object a line. A row that was
 * withdrawn is told once more as it was, with {@code withdrawn} true.
 */
public final class ChangedRows<T> implements Watched<T> {

  private final Output output;
  private final Columns<Told<T>> columns;
  private Map<String, T> before = Map.of();

  private record Told<T>(T row, boolean withdrawn) {}

  /** Writes the fields of the rows in JSON. */
  public ChangedRows(Output output, Columns<T> columns) {
    if (output.format() != Format.JSON) {
      throw new IllegalArgumentException("format: " + output.format() + ", should be json");
    }
    this.output = output;
    List<Column<Told<T>>> fields = new ArrayList<>();
    columns.all().forEach(column -> fields.add(column.of(Told::row)));
    fields.add(Column.text("withdrawn", Told::withdrawn));
    this.columns = Columns.of(fields);
  }

  @Override
  public void show(List<Row<T>> rows, Freshness freshness) {
    if (!freshness.caughtUp()) {
      return; // what is read so far is the past
    }
    Map<String, T> now = new LinkedHashMap<>();
    rows.forEach(row -> now.put(row.key(), row.value()));
    List<Told<T>> told = new ArrayList<>();
    before.forEach(
        (key, row) -> {
          if (!now.containsKey(key)) {
            told.add(new Told<>(row, true));
          }
        });
    now.forEach(
        (key, row) -> {
          if (!row.equals(before.get(key))) {
            told.add(new Told<>(row, false));
          }
        });
    output.rows(columns, told);
    before = now;
  }
}
