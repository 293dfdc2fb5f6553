package dev.mooring.cli.output;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.ColumnData;
import com.github.freva.asciitable.HorizontalAlign;
import java.io.PrintWriter;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** A table for people. Columns stand in the order of their weight; the last give way first. */
final class TextTable<T> {

  private static final int LEAST_COLUMNS = 2;
  private static final Pattern CORNER = Pattern.compile("\\+");

  /** What stands above the rows: a border, the names, a border. */
  private static final int ABOVE = 3;

  private final List<Column<T>> columns;
  private final Optional<Integer> width;

  TextTable(List<Column<T>> columns, Optional<Integer> width) {
    this.columns = columns;
    this.width = width;
  }

  /** As many columns of some rows as there is room for. */
  private record Drawn(String text, int columns) {}

  void write(PrintWriter out, Collection<? extends T> rows) {
    Drawn drawn = draw(columns, rows);
    out.println(drawn.text());
    remark(out, drawn.columns());
    if (rows.isEmpty()) {
      out.println("(no rows)");
    }
  }

  /**
   * Writes very many rows, of which there is one at least.
   *
   * @param to takes the rows themselves, behind what was printed before
   * @return false, and nothing is written, when they must be written as all others are
   */
  boolean write(PrintWriter out, TableOfRows<T> rows, Consumer<byte[]> to) {
    Optional<String[]> widest = rows.widest();
    if (widest.isEmpty()) {
      return false;
    }
    Drawn frame = draw(cells(), List.<String[]>of(widest.get()));
    List<String> lines = frame.text().lines().toList();
    lines.subList(0, ABOVE).forEach(out::println);
    String border = lines.getFirst();
    rows.write(widths(border), to);
    out.println(border);
    remark(out, frame.columns());
    return true;
  }

  /** The same columns of rows that are cells. */
  private List<Column<String[]>> cells() {
    return IntStream.range(0, columns.size())
        .mapToObj(
            i ->
                new Column<String[]>(columns.get(i).name(), row -> row[i], columns.get(i).number()))
        .toList();
  }

  /**
   * How wide the columns are: a border is {@code +--+----+}, with a blank on both sides of each.
   */
  private static int[] widths(String border) {
    return CORNER.splitAsStream(border.substring(1)).mapToInt(part -> part.length() - 2).toArray();
  }

  private void remark(PrintWriter out, int shown) {
    int left = columns.size() - shown;
    if (left > 0) {
      out.println("(" + left + " more columns in a wider terminal; all with -o csv)");
    }
  }

  private <R> Drawn draw(List<Column<R>> all, Collection<? extends R> rows) {
    List<Column<R>> shown = all;
    String text = render(shown, rows);
    while (!fits(text) && shown.size() > LEAST_COLUMNS) {
      shown = shown.subList(0, shown.size() - 1);
      text = render(shown, rows);
    }
    return new Drawn(text, shown.size());
  }

  private boolean fits(String text) {
    return text.indexOf('\n') <= width.orElse(Integer.MAX_VALUE);
  }

  private static <R> String render(List<Column<R>> columns, Collection<? extends R> rows) {
    List<ColumnData<R>> drawn = columns.stream().map(TextTable::drawn).toList();
    return AsciiTable.builder()
        .border(AsciiTable.BASIC_ASCII_NO_DATA_SEPARATORS)
        .data(List.<R>copyOf(rows), drawn)
        .asString();
  }

  private static <R> ColumnData<R> drawn(Column<R> column) {
    HorizontalAlign align = column.number() ? HorizontalAlign.RIGHT : HorizontalAlign.LEFT;
    return new com.github.freva.asciitable.Column()
        .header(column.name())
        .headerAlign(align)
        .dataAlign(align)
        .maxWidth(1_000)
        .with(column::shown);
  }
}
