package dev.mooring.benchmarks.bench;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.ColumnData;
import com.github.freva.asciitable.HorizontalAlign;
import dev.mooring.benchmarks.http.Wrk;
import dev.mooring.benchmarks.http.Wrk.Load;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * An address under load, turn by turn.
 *
 * @param headers of each request
 */
record HttpTurns(String what, String url, List<String> headers, List<Load> turns) {

  HttpTurns(String what, String url, String... headers) {
    this(what, url, List.of(headers), new ArrayList<>());
  }

  Load load(int connections, int seconds) throws IOException, InterruptedException {
    return Wrk.load(url, connections, seconds, headers);
  }

  /** All of them, with their ratios to the first. */
  static String table(List<HttpTurns> all) {
    HttpTurns first = all.getFirst();
    return AsciiTable.getTable(
        AsciiTable.BASIC_ASCII_NO_DATA_SEPARATORS,
        all,
        List.of(
            column("", HorizontalAlign.LEFT, HttpTurns::what),
            right("requests/s", each -> "%,.0f".formatted(each.median(Load::perSecond))),
            right("of the first", each -> "%.2f".formatted(each.ratio(first))),
            right("p50 ms", each -> "%.2f".formatted(each.median(Load::p50))),
            right("p99 ms", each -> "%.2f".formatted(each.median(Load::p99)))));
  }

  private double ratio(HttpTurns other) {
    return median(Load::perSecond) / other.median(Load::perSecond);
  }

  private double median(ToDoubleFunction<Load> figure) {
    double[] sorted = turns.stream().mapToDouble(figure).sorted().toArray();
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }

  private static ColumnData<HttpTurns> right(String header, Function<HttpTurns, String> cell) {
    return column(header, HorizontalAlign.RIGHT, cell);
  }

  private static ColumnData<HttpTurns> column(
      String header, HorizontalAlign align, Function<HttpTurns, String> cell) {
    return new Column().header(header).headerAlign(align).dataAlign(align).with(cell);
  }
}
