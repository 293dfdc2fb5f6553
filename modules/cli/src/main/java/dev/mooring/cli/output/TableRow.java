package dev.mooring.cli.output;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.mooring.contract.codec.RowBodyReader;
import dev.mooring.contract.codec.RowCells;
import dev.mooring.contract.codec.Utf8Text;

/** The cells of one row after the other as tables show them. For one thread. */
final class TableRow implements RowCells {

  private static final int ROOM = 4_096;
  private static final byte[] TRUE = "true".getBytes(ISO_8859_1);
  private static final byte[] FALSE = "false".getBytes(ISO_8859_1);

  private final RowBodyReader reader;
  private final int[] columnOf;
  private final Utf8Text cells = new Utf8Text(ROOM);
  private final int[] from;
  private final int[] to;

  /**
   * Of some columns.
   *
   * @param columnOf the column of each field; negative for none
   */
  TableRow(RowBodyReader reader, int[] columnOf, int columns) {
    this.reader = reader;
    this.columnOf = columnOf;
    this.from = new int[columns];
    this.to = new int[columns];
  }

  /** Reads the row whose body begins at a place. */
  void read(byte[] bytes, int at) {
    cells.clear();
    reader.read(bytes, at, this);
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
    if (columnOf[field] < 0) {
      return;
    }
    int start = cells.length();
    cells.add(bytes, begin, end);
    end(field, start);
  }

  @Override
  public void number(int field, long number) {
    if (columnOf[field] >= 0) {
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
    if (column >= 0) {
      from[column] = start;
      to[column] = cells.length();
    }
  }
}
