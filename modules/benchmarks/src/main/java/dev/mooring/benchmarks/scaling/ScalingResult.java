package dev.mooring.benchmarks.scaling;

import static dev.mooring.benchmarks.bench.Columns.right;

import dev.mooring.benchmarks.bench.Columns;
import dev.mooring.benchmarks.bench.Machine;
import java.util.List;

/** What a go came to. */
record ScalingResult(
    Machine machine,
    long events,
    long seed,
    int partitions,
    int commitMillis,
    List<ScalingLine> lines) {

  ScalingResult {
    lines = List.copyOf(lines);
  }

  boolean isAsExpected() {
    return lines.stream().allMatch(line -> line.differentRows() == 0);
  }

  String table() {
    return Columns.table(
        lines,
        List.of(
            right("instances", line -> Integer.toString(line.instances())),
            right("threads of each", line -> Integer.toString(line.threads())),
            right("events/s", line -> "%,.0f".formatted(line.eventsPerSecond())),
            right("of the first", line -> "%.2f".formatted(line.ratio())),
            right("CPU s/M engines", line -> "%.2f".formatted(line.engineCpuPerMillion())),
            right("CPU s/M broker", line -> "%.2f".formatted(line.brokerCpuPerMillion())),
            right("rows", ScalingLine::check)));
  }
}
