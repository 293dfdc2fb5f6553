package dev.mooring.benchmarks.jmh;

import static dev.mooring.benchmarks.bench.Columns.left;
import static dev.mooring.benchmarks.bench.Columns.right;

import dev.mooring.benchmarks.bench.Columns;
import dev.mooring.benchmarks.bench.Machine;
import java.util.List;

/** What a go came to. */
record JmhResult(Machine machine, List<JmhLine> lines) {

  JmhResult {
    lines = List.copyOf(lines);
  }

  String table() {
    return Columns.table(
        lines,
        List.of(
            left("", JmhLine::name),
            right("score", line -> shown(line.score())),
            right("+-", line -> shown(line.error())),
            left("unit", JmhLine::unit),
            right("B/op", line -> shown(line.bytes()))));
  }

  private static String shown(double figure) {
    return Double.isNaN(figure) ? "-" : "%,.0f".formatted(figure);
  }
}
