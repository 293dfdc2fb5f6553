package dev.mooring.benchmarks.bench;

import static dev.mooring.benchmarks.bench.Columns.left;
import static dev.mooring.benchmarks.bench.Columns.right;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** A bench's result as one table for people. */
final class ResultTable {

  private static final String NONE = "-";

  private final List<Measurement> lines;
  private final double reference;
  private final double coreReference;

  private ResultTable(BenchResult result) {
    lines = result.medians();
    reference = figure(Contender.REFERENCE, Measurement::eventsPerSecond);
    coreReference = figure(Contender.CORE_REFERENCE, Measurement::engineCpuPerMillion);
  }

  static String of(BenchResult result) {
    return new ResultTable(result).text();
  }

  private String text() {
    return Columns.table(
        lines,
        List.of(
            left("", Measurement::name),
            left("what", Measurement::what),
            right("events/s", line -> "%,.0f".formatted(line.eventsPerSecond())),
            right("of " + Contender.REFERENCE, this::ratio),
            right("of " + Contender.CORE_REFERENCE + " per core", this::ratioPerCore),
            right("CPU s/M engine", line -> "%.2f".formatted(line.engineCpuPerMillion())),
            right("CPU s/M broker", line -> "%.2f".formatted(line.brokerCpuPerMillion())),
            right("peak MB", ResultTable::peak),
            right("records/event", ResultTable::produced),
            right("bytes/event", ResultTable::producedBytes),
            right("rows", ResultTable::check)));
  }

  private String ratio(Measurement line) {
    return shown(line.eventsPerSecond() / reference);
  }

  private String ratioPerCore(Measurement line) {
    return shown(coreReference / line.engineCpuPerMillion());
  }

  private static String shown(double ratio) {
    return Double.isNaN(ratio) ? NONE : "%.2f".formatted(ratio);
  }

  /** Of a contender; NaN when it did not run. */
  private double figure(String name, ToDoubleFunction<Measurement> figure) {
    return lines.stream()
        .filter(line -> line.name().equals(name))
        .mapToDouble(figure)
        .findFirst()
        .orElse(Double.NaN);
  }

  private static String peak(Measurement line) {
    Long bytes = line.engine().peakRssBytes();
    return bytes == null ? NONE : "%,d".formatted(bytes >> 20);
  }

  private static String produced(Measurement line) {
    return line.produced().isEmpty() ? NONE : "%.2f".formatted(line.producedPerEvent());
  }

  private static String producedBytes(Measurement line) {
    return line.produced().isEmpty() ? NONE : "%.0f".formatted(line.producedBytesPerEvent());
  }

  private static String check(Measurement line) {
    if (line.differentRows() == null) {
      return NONE;
    }
    return line.isAsExpected()
        ? "%,d equal".formatted(line.engine().rows())
        : "%,d WRONG".formatted(line.differentRows());
  }
}
