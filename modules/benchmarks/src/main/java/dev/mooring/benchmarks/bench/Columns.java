package dev.mooring.benchmarks.bench;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.ColumnData;
import com.github.freva.asciitable.HorizontalAlign;
import java.util.List;
import java.util.function.Function;

/** Tables for people. */
public final class Columns {

  private Columns() {}

  /** A table of lines. */
  public static <T> String table(List<T> lines, List<ColumnData<T>> columns) {
    return AsciiTable.getTable(AsciiTable.BASIC_ASCII_NO_DATA_SEPARATORS, lines, columns);
  }

  /** Of words. */
  public static <T> ColumnData<T> left(String header, Function<T, String> cell) {
    return column(header, HorizontalAlign.LEFT, cell);
  }

  /** Of figures. */
  public static <T> ColumnData<T> right(String header, Function<T, String> cell) {
    return column(header, HorizontalAlign.RIGHT, cell);
  }

  private static <T> ColumnData<T> column(
      String header, HorizontalAlign align, Function<T, String> cell) {
    return new Column().header(header).headerAlign(align).dataAlign(align).with(cell);
  }
}
