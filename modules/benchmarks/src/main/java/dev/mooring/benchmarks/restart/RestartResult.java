package dev.mooring.benchmarks.restart;

import static dev.mooring.benchmarks.bench.Columns.left;
import static dev.mooring.benchmarks.bench.Columns.right;

import dev.mooring.benchmarks.bench.Columns;
import dev.mooring.benchmarks.bench.Machine;
import java.util.List;

/**
 * What a go came to.
 *
 * @param starts in the order in which they were made
 * @param rows that the topology had made in the end
 * @param differentRows how many of these are not the oracle's
 */
record RestartResult(
    Machine machine, RestartConfig config, List<Start> starts, long rows, long differentRows) {

  RestartResult {
    starts = List.copyOf(starts);
  }

  boolean isAsExpected() {
    return differentRows == 0;
  }

  String table() {
    return Columns.table(
        starts,
        List.of(
            left("after", Start::what),
            right("events behind", start -> "%,d".formatted(start.behind())),
            right("assigned s", start -> seconds(start.assigned())),
            right("RUNNING s", start -> seconds(start.running())),
            right("records restored", start -> "%,d".formatted(start.restored())),
            right("entries", start -> "%,d".formatted(start.entries())),
            right("MB", start -> "%,.0f".formatted(start.bytes() / 1e6)),
            right("in s", start -> seconds(start.restoring())),
            right("records/s", start -> rate(start.recordsPerSecond())),
            right("entries/s", start -> rate(start.entriesPerSecond())),
            right("caught up s", start -> seconds(start.settled()))));
  }

  String check() {
    return isAsExpected()
        ? "%,d rows, all equal".formatted(rows)
        : "%,d rows, %,d WRONG".formatted(rows, differentRows);
  }

  private static String seconds(double seconds) {
    return "%.1f".formatted(seconds);
  }

  private static String rate(double perSecond) {
    return Double.isNaN(perSecond) ? "-" : "%,.0f".formatted(perSecond);
  }
}
