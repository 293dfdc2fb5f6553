package dev.mooring.benchmarks.latency;

import static dev.mooring.benchmarks.bench.Columns.left;
import static dev.mooring.benchmarks.bench.Columns.right;

import dev.mooring.benchmarks.bench.Columns;
import dev.mooring.benchmarks.bench.Machine;
import java.util.List;

/** What a go came to. */
record LatencyResult(
    Machine machine,
    long seed,
    int partitions,
    int commitMillis,
    int warmUpSeconds,
    int seconds,
    int probesPerSecond,
    List<LatencyLine> lines) {

  LatencyResult {
    lines = List.copyOf(lines);
  }

  String table() {
    return Columns.table(
        lines,
        List.of(
            left("", LatencyLine::engine),
            left("what", LatencyLine::what),
            right("events/s", line -> "%,d".formatted(line.rate())),
            right("mooring p50/p99/p99.9 ms", line -> line.mooring().toString()),
            right("max", line -> "%,.0f".formatted(line.mooring().max())),
            right("bank p50/p99/p99.9 ms", line -> line.bank().toString()),
            right("max", line -> "%,.0f".formatted(line.bank().max())),
            right("CPU engine", line -> "%.2f".formatted(line.engineCpu())),
            right("CPU broker", line -> "%.2f".formatted(line.brokerCpu()))));
  }
}
