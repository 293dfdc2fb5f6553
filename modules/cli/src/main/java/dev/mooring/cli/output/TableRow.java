package dev.mooring.cli.output;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.mooring.contract.codec.RowBodyReader;
import dev.mooring.contract.codec.RowCells;
import dev.mooring.contract.codec.Utf8Text;
import java.util.List;
import org.apache.avro.Schema;

/** The cells of one row after the other as tables show them. For one thread. */
final class TableRow implements RowCells {

  private static final int HIDDEN = -1;
  private static final int ROOM = 4_096;
  private static final byte[] TRUE = "true".getBytes(ISO_8859_1);
  private static final byte[] FALSE = "false".getBytes(ISO_8859_1);

  private final RowBodyReader reader;
  private final int[] columnOf;
  private final Utf8Text cells = new Utf8Text(ROOM);
  private final int[] from;
  private final int[] to;
  private boolean plain = true;

  TableRow(RowBodyReader reader, Schema schema, List<String> columns) {
    this.reader = reader;
    this.columnOf =
        schema.getFields().stream().mapToInt(field -> columns.indexOf(field.name())).toArray();
    this.from = new int[columns.size()];
    this.to = new int[columns.size()];
  }

  /** Reads the row whose body begins at a place. */
  void read(byte[] bytes, int at) {
    cells.clear();
    reader.read(bytes, at, this);
  }

  /** Whether all cells so far were of letters, digits and signs of ASCII, without blanks. */
  boolean isPlain() {
    return plain;
  }

  /** The width of a cell. */
  int width(int column) {
    return to[column] - from[column];
  }

  /** Adds a cell to a text. */
  void add(int column, Utf8Text text) {
    text.add(cells, from[column], to[column]);
  }

  @Override
  public void absent(int field) {
    end(field, cells.length());
  }

  @Override
  public void text(int field, byte[] bytes, int begin, int end) {
    if (columnOf[field] == HIDDEN) {
      return;
    }
    for (int i = begin; i < end; i++) {
      plain &= bytes[i] > ' ' && bytes[i] < 0x7F;
    }
    int start = cells.length();
    cells.add(bytes, begin, end);
    end(field, start);
  }

  @Override
  public void number(int field, long number) {
    if (columnOf[field] != HIDDEN) {
      int start = cells.length();
      cells.add(number);
      end(field, start);
    }
  }

  @Override
  public void truth(int field, boolean yes) {
    int start = cells.length();
    cells.add(yes ? TRUE : FALSE);
    end(field, start);
  }

  @Override
  public void day(int field, long epochDay) {
    int start = cells.length();
    cells.addDay(epochDay);
    end(field, start);
  }

  private void end(int field, int start) {
    int column = columnOf[field];
    if (column != HIDDEN) {
      from[column] = start;
      to[column] = cells.length();
    }
  }
}
