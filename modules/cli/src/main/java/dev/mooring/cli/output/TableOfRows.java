package dev.mooring.cli.output;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.mooring.contract.codec.RowBodyReader;
import dev.mooring.contract.codec.Utf8Text;
import dev.mooring.view.Table;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.avro.Schema;

/**
 * Draws a table of a whole topic, straight from the bytes of its rows and by all processors. What
 * stands round the rows is drawn by {@link TextTable} round one row as wide as the widest of all,
 * so it looks the same.
 */
final class TableOfRows<T> {

  private static final int ROOM = 1 << 18;
  private static final byte[] LINE_END = System.lineSeparator().getBytes(UTF_8);

  /** Cells beyond are for the library to break. */
  private static final int WIDEST = 1_000;

  private final Table<?> rows;
  private final List<Column<T>> columns;
  private final Schema schema;

  /** The column of each field; negative for none. */
  private final int[] columnOf;

  private TableOfRows(Table<?> rows, Schema schema, List<Column<T>> columns) {
    this.rows = rows;
    this.schema = schema;
    this.columns = columns;
    List<String> names = columns.stream().map(Column::name).toList();
    this.columnOf =
        schema.getFields().stream().mapToInt(field -> names.indexOf(field.name())).toArray();
  }

  /** A table of some rows; empty where there is no way for their schema. */
  static <T> Optional<TableOfRows<T>> of(Table<?> rows, Schema schema, List<Column<T>> columns) {
    return RowBodyReader.of(schema).map(any -> new TableOfRows<>(rows, schema, columns));
  }

  /** A row with cells as wide as those of all rows; empty where the library must look at them. */
  Optional<String[]> widest() {
    int[] widest = new int[columns.size()];
    boolean[] plain = {true};
    InOrder.map(
        rows.parts(LinesOfTable.PART).iterator(),
        this::widths,
        part -> {
          plain[0] &= part.isPresent();
          part.ifPresent(widths -> Arrays.setAll(widest, i -> Math.max(widest[i], widths[i])));
        });
    if (!plain[0] || Arrays.stream(widest).anyMatch(width -> width > WIDEST)) {
      return Optional.empty();
    }
    return Optional.of(Arrays.stream(widest).mapToObj("x"::repeat).toArray(String[]::new));
  }

  private Optional<int[]> widths(Table<?> part) {
    TableWidths widths = new TableWidths(reader(), columnOf, columns.size());
    part.bodies(widths::look);
    return widths.found();
  }

  private RowBodyReader reader() {
    return RowBodyReader.of(schema).orElseThrow();
  }

  /** Writes the rows, without what stands round them. */
  void write(int[] widths, Consumer<byte[]> out) {
    ThreadLocal<Utf8Text> text = ThreadLocal.withInitial(() -> new Utf8Text(ROOM));
    InOrder.map(
        rows.parts(LinesOfTable.PART).iterator(), part -> lines(part, widths, text.get()), out);
  }

  private byte[] lines(Table<?> part, int[] widths, Utf8Text text) {
    TableRow row = new TableRow(reader(), columnOf, columns.size());
    part.bodies(
        (bytes, from) -> {
          row.read(bytes, from);
          addLine(row, widths, text);
        });
    return text.take();
  }

  private void addLine(TableRow row, int[] widths, Utf8Text text) {
    for (int i = 0; i < widths.length; i++) {
      int blanks = widths[i] - row.width(i);
      text.add('|');
      text.add(' ', columns.get(i).number() ? blanks + 1 : 1);
      row.add(i, text);
      text.add(' ', columns.get(i).number() ? 1 : blanks + 1);
    }
    text.add('|');
    text.add(LINE_END);
  }
}
