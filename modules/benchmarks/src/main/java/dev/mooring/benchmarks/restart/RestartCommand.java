package dev.mooring.benchmarks.restart;

import dev.mooring.benchmarks.bench.Figures;
import dev.mooring.benchmarks.bench.RunOptions;
import dev.mooring.benchmarks.bench.WorkDirectory;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How soon the topology is back after a stop or a kill. */
@Command(
    name = "restart",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Stops the topology cleanly, kills it in mid-run, with and without its state directory, and",
      "measures how soon it runs again, has restored its state, and has caught up. In the end its",
      "rows are held against the oracle's."
    })
public final class RestartCommand implements Callable<Integer> {

  private static final int ROWS_DIFFER = 3;
  private static final long SMOKE_EVENTS = 5_000;
  private static final int MORE_SHARE = 5;

  @Spec private CommandSpec spec;

  @Option(
      names = "--stops",
      split = ",",
      description = "One after the other, of ${COMPLETION-CANDIDATES} (all three).")
  private List<Stop> stops = List.of(Stop.values());

  @Option(names = "--events", description = "Folded before the first stop (${DEFAULT-VALUE}).")
  private long events = 2_000_000;

  @Option(names = "--commit", description = "Milliseconds between commits (${DEFAULT-VALUE}).")
  private int commit = 100;

  @Option(names = "--threads", description = "Stream threads (${DEFAULT-VALUE}).")
  private int threads = 1;

  @Mixin private RunOptions run = new RunOptions();

  @Override
  public Integer call() throws IOException, InterruptedException {
    RestartConfig config = config();
    Figures.makeRoom(run.json());
    try (WorkDirectory dir = WorkDirectory.in(run.parent())) {
      RestartResult result = RestartBench.run(config, dir.path(), spec.commandLine().getErr());
      print(result);
      Figures.write(run.json(), result);
      return result.isAsExpected() ? CommandLine.ExitCode.OK : ROWS_DIFFER;
    }
  }

  private RestartConfig config() {
    long count = run.isSmoke() ? SMOKE_EVENTS : events;
    try {
      return new RestartConfig(
          run.isSmoke() ? List.of(Stop.KILL) : stops,
          count,
          Math.max(1, count / MORE_SHARE),
          commit,
          threads,
          run.seed(),
          run.partitions(),
          run.jvmOptions());
    } catch (IllegalArgumentException e) {
      throw new CommandLine.ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  private void print(RestartResult result) {
    RestartConfig config = result.config();
    PrintWriter out = spec.commandLine().getOut();
    out.println(result.machine());
    out.printf(
        "%,d events of seed %d in %d partitions, %,d more before each kill; commit %d ms%n",
        config.events(), config.seed(), config.partitions(), config.more(), config.commitMillis());
    out.println(result.table());
    out.println(result.check());
    out.flush();
  }
}
