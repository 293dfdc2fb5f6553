package dev.mooring.cli.output;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.ColumnData;
import com.github.freva.asciitable.HorizontalAlign;
import java.io.PrintWriter;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** A table for people. Columns stand in the order of their weight; the last give way first. */
final class TextTable<T> {

  private static final int LEAST_COLUMNS = 2;

  private final List<Column<T>> columns;
  private final Optional<Integer> width;

  TextTable(List<Column<T>> columns, Optional<Integer> width) {
    this.columns = columns;
    this.width = width;
  }

  void write(PrintWriter out, Collection<? extends T> rows) {
    List<Column<T>> shown = columns;
    String text = render(shown, rows);
    while (!fits(text) && shown.size() > LEAST_COLUMNS) {
      shown = shown.subList(0, shown.size() - 1);
      text = render(shown, rows);
    }
    out.println(text);
    int left = columns.size() - shown.size();
    if (left > 0) {
      out.println("(" + left + " more columns in a wider terminal; all with -o csv)");
    }
    if (rows.isEmpty()) {
      out.println("(no rows)");
    }
  }

  private boolean fits(String text) {
    return text.indexOf('\n') <= width.orElse(Integer.MAX_VALUE);
  }

  private static <T> String render(List<Column<T>> columns, Collection<? extends T> rows) {
    List<ColumnData<T>> drawn = columns.stream().map(TextTable::drawn).toList();
    return AsciiTable.builder()
        .border(AsciiTable.BASIC_ASCII_NO_DATA_SEPARATORS)
        .data(List.<T>copyOf(rows), drawn)
        .asString();
  }

  private static <T> ColumnData<T> drawn(Column<T> column) {
    HorizontalAlign align = column.number() ? HorizontalAlign.RIGHT : HorizontalAlign.LEFT;
    return new com.github.freva.asciitable.Column()
        .header(column.name())
        .headerAlign(align)
        .dataAlign(align)
        .maxWidth(1_000)
        .with(column::shown);
  }
}
