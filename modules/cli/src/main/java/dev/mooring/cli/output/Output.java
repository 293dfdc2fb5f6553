package dev.mooring.cli.output;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.mooring.contract.codec.RowCsv;
import dev.mooring.contract.codec.RowJson;
import dev.mooring.contract.codec.RowLines;
import dev.mooring.view.Table;
import java.io.PrintWriter;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/** Writes the answer of a command in the format that was asked for. */
public final class Output {

  private static final String TABLE_FIELD = "table";

  private final PrintWriter out;
  private final Format format;
  private final Optional<Integer> width;

  /**
   * Writes to {@code out}.
   *
   * @param width columns of the terminal; empty where there is no limit
   */
  public Output(PrintWriter out, Format format, Optional<Integer> width) {
    this.out = out;
    this.format = format;
    this.width = width;
  }

  /** The format of this answer. */
  public Format format() {
    return format;
  }

  /** Writes a line as it is. */
  public void line(String text) {
    out.println(text);
    out.flush();
  }

  /** Writes rows under their fields. */
  public <T> void rows(Columns<T> columns, Collection<? extends T> rows) {
    rows(Optional.empty(), columns, rows);
  }

  /** Writes all rows of a table under their fields, however many. */
  public <R extends SpecificRecord> void table(Columns<R> columns, Table<R> table) {
    boolean done =
        table.size() > 0
            && columns.schema().filter(schema -> many(columns, schema, table)).isPresent();
    if (!done) {
      rows(columns, table.values().toList());
    }
    out.flush();
  }

  private <R extends SpecificRecord> boolean many(
      Columns<R> columns, Schema schema, Table<R> table) {
    return switch (format) {
      case TABLE ->
          TableOfRows.of(table, schema, columns.table())
              .filter(rows -> new TextTable<>(columns.table(), width).write(out, rows, this::print))
              .isPresent();
      case JSON -> LinesOfTable.write(table, schema, RowLines::json, this::print);
      case CSV -> {
        if (RowLines.csv(schema).isPresent()) {
          out.println(RowCsv.header(schema));
        }
        yield LinesOfTable.write(table, schema, RowLines::csv, this::print);
      }
    };
  }

  private void print(byte[] utf8) {
    if (out instanceof Utf8Printer printer) {
      printer.write(utf8);
    } else {
      out.print(new String(utf8, UTF_8));
    }
  }

  /**
   * Writes rows that stand beside others in one answer.
   *
   * @param table what rows these are: a heading in tables, the field {@code table} in JSON and CSV
   */
  public <T> void rows(String table, Columns<T> columns, Collection<? extends T> rows) {
    rows(Optional.of(table), columns, rows);
  }

  /**
   * Writes rows as they come, which may be too many to hold; not for tables, whose columns are as
   * wide as all rows need.
   *
   * @param table as for {@link #rows(String, Columns, Collection)}
   */
  public <T> Consumer<T> stream(String table, Columns<T> columns) {
    return stream(Optional.of(table), columns);
  }

  /** The same of rows that stand alone. */
  public <T> Consumer<T> stream(Columns<T> columns) {
    return stream(Optional.empty(), columns);
  }

  private <T> Consumer<T> stream(Optional<String> title, Columns<T> columns) {
    return switch (format) {
      case TABLE -> throw new IllegalStateException("format: table, should be json or csv");
      case JSON -> row -> out.println(RowJson.write(fields(title, columns, row)));
      case CSV -> {
        out.println(RowCsv.header(names(title, columns)));
        yield row -> out.println(RowCsv.write(fields(title, columns, row)));
      }
    };
  }

  private <T> void rows(Optional<String> table, Columns<T> columns, Collection<? extends T> rows) {
    switch (format) {
      case TABLE -> {
        table.ifPresent(out::println);
        new TextTable<>(columns.table(), width).write(out, rows);
      }
      case JSON -> rows.forEach(row -> out.println(RowJson.write(fields(table, columns, row))));
      case CSV -> {
        out.println(RowCsv.header(names(table, columns)));
        rows.forEach(row -> out.println(RowCsv.write(fields(table, columns, row))));
      }
    }
    out.flush();
  }

  private static <T> Collection<String> names(Optional<String> table, Columns<T> columns) {
    Map<String, Object> names = new LinkedHashMap<>();
    table.ifPresent(title -> names.put(TABLE_FIELD, title));
    columns.all().forEach(column -> names.put(column.name(), column));
    return names.keySet();
  }

  private static <T> Map<String, Object> fields(Optional<String> table, Columns<T> columns, T row) {
    Map<String, Object> fields = new LinkedHashMap<>();
    table.ifPresent(title -> fields.put(TABLE_FIELD, title));
    columns.all().forEach(column -> fields.put(column.name(), column.value().apply(row)));
    return fields;
  }
}
