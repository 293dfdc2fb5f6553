package dev.mooring.benchmarks.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mooring.benchmarks.engine.ViewMain;
import dev.mooring.benchmarks.engine.ViewReport;
import dev.mooring.contract.Topics;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How quickly a view starts, and how much memory its rows take. */
@Command(
    name = "view",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Loads daily rows and measures a view that reads them from the beginning.")
final class ViewCommand implements Callable<Integer> {

  private static final int PARTITIONS = 4;
  private static final long SMOKE_ROWS = 20_000;

  @Spec private CommandSpec spec;

  @Option(names = "--rows", description = "Daily rows in the topic (${DEFAULT-VALUE}).")
  private long rows = 10_000_000;

  @Option(names = "--heap", description = "Most heap of the view's process (${DEFAULT-VALUE}).")
  private String heap = "4g";

  @Option(names = "--dir", description = "Where to keep the broker's data meanwhile.")
  private Path parent;

  @Option(names = "--smoke", description = "A few rows only: does it run?")
  private boolean smoke;

  @Override
  public Integer call() throws IOException {
    long count = smoke ? SMOKE_ROWS : rows;
    try (WorkDirectory dir = WorkDirectory.in(parent);
        Stack stack = Stack.start(dir.path(), PARTITIONS)) {
      stack.register(Topics.CITY_DAILY);
      spec.commandLine().getErr().printf("loading %,d rows%n", count);
      new RowLoader(SampleRows.CITY_DAYS, stack.bootstrap(), stack.registry(), PARTITIONS)
          .load(count);
      print(measured(dir.path(), stack));
    }
    return CommandLine.ExitCode.OK;
  }

  private ViewReport measured(Path dir, Stack stack) throws IOException {
    spec.commandLine().getErr().println("reading them");
    try (ChildJvm view =
        ChildJvm.start(
            dir, List.of("-Xmx" + heap), ViewMain.class, stack.bootstrap(), stack.registry())) {
      return new ObjectMapper().readValue(view.line(), ViewReport.class);
    }
  }

  private void print(ViewReport report) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(Machine.current());
    out.printf(
        "%,d rows in %.1f s: %,.0f rows/s, %.1f CPU s%n",
        report.rows(), report.seconds(), report.rows() / report.seconds(), report.cpuSeconds());
    out.printf(
        "%.1f bytes of heap a row; peak %s with -Xmx%s%n",
        (double) report.heapBytes() / report.rows(),
        report.peakRss() == null ? "unknown" : "%,d MB".formatted(report.peakRss() >> 20),
        heap);
    out.flush();
  }
}
