package dev.mooring.benchmarks.scaling;

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

/** What more threads and instances bring. */
@Command(
    name = "scaling",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Folds the same history with more and more threads and instances of the topology, each time",
      "on a cluster of its own, and holds the rows against the oracle's. Broker and instances are",
      "on this machine: it tells little of more threads than there are processors."
    })
public final class ScalingCommand implements Callable<Integer> {

  private static final int ROWS_DIFFER = 3;
  private static final long SMOKE_EVENTS = 5_000;

  @Spec private CommandSpec spec;

  @Option(names = "--events", description = "Events of the history (${DEFAULT-VALUE}).")
  private long events = 2_000_000;

  @Option(
      names = "--shapes",
      split = ",",
      description = "Instances x threads of each (${DEFAULT-VALUE}); ratios are to the first.")
  private List<String> shapes = List.of("1x1", "1x2", "1x4", "2x1");

  @Option(names = "--commit", description = "Milliseconds between commits (${DEFAULT-VALUE}).")
  private int commit = 1_000;

  @Mixin private RunOptions run = new RunOptions();

  @Override
  public Integer call() throws IOException, InterruptedException {
    ScalingConfig config = config();
    Figures.makeRoom(run.json());
    try (WorkDirectory dir = WorkDirectory.in(run.parent())) {
      ScalingResult result =
          new ScalingBench(config, dir.path(), spec.commandLine().getErr()).run();
      print(result);
      Figures.write(run.json(), result);
      return result.isAsExpected() ? CommandLine.ExitCode.OK : ROWS_DIFFER;
    }
  }

  private ScalingConfig config() {
    List<String> texts = run.isSmoke() ? List.of("2x1") : shapes;
    try {
      return new ScalingConfig(
          texts.stream().map(Shape::parse).toList(),
          run.isSmoke() ? SMOKE_EVENTS : events,
          commit,
          run.seed(),
          run.partitions(),
          run.jvmOptions());
    } catch (IllegalArgumentException e) {
      throw new CommandLine.ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  private void print(ScalingResult result) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(result.machine());
    out.printf(
        "%,d events of seed %d in %d partitions; commit %d ms%n",
        result.events(), result.seed(), result.partitions(), result.commitMillis());
    out.println(result.table());
    out.flush();
  }
}
