package dev.mooring.benchmarks.latency;

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

/** How soon a published event shows in the rows. */
@Command(
    name = "latency",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Publishes events at fixed rates and measures how soon those who read committed rows see",
      "them: from when an event was due until the row of its mooring (one hop) and of its bank",
      "(two hops)."
    })
public final class LatencyCommand implements Callable<Integer> {

  private static final int SMOKE_RATE = 500;

  @Spec private CommandSpec spec;

  @Option(names = "--engines", split = ",", description = "Which to measure (${DEFAULT-VALUE}).")
  private List<String> engines = List.of("M");

  @Option(names = "--rates", split = ",", description = "Events per second (${DEFAULT-VALUE}).")
  private List<Integer> rates = List.of(1_000, 5_000, 20_000);

  @Option(names = "--commit", description = "Milliseconds between commits (${DEFAULT-VALUE}).")
  private int commit = 100;

  @Option(names = "--warm-up", description = "Seconds of it at each rate (${DEFAULT-VALUE}).")
  private int warmUp = 20;

  @Option(names = "--seconds", description = "Measured at each rate (${DEFAULT-VALUE}).")
  private int seconds = 30;

  @Option(names = "--probes", description = "Probes per second (${DEFAULT-VALUE}).")
  private int probes = 200;

  @Mixin private RunOptions run = new RunOptions();

  @Override
  public Integer call() throws IOException, InterruptedException {
    LatencyConfig config = config();
    Figures.makeRoom(run.json());
    try (WorkDirectory dir = WorkDirectory.in(run.parent())) {
      LatencyResult result =
          new LatencyBench(config, dir.path(), spec.commandLine().getErr()).run();
      print(result);
      Figures.write(run.json(), result);
    }
    return CommandLine.ExitCode.OK;
  }

  private LatencyConfig config() {
    if (run.isSmoke()) {
      rates = List.of(SMOKE_RATE);
      warmUp = 1;
      seconds = 2;
      probes = SMOKE_RATE / 10;
    }
    try {
      return new LatencyConfig(
          engines.stream().map(LiveContender::named).toList(),
          rates,
          warmUp,
          seconds,
          probes,
          commit,
          run.seed(),
          run.partitions(),
          run.jvmOptions());
    } catch (IllegalArgumentException e) {
      throw new CommandLine.ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  private void print(LatencyResult result) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(result.machine());
    out.printf(
        "commit %d ms; %d s at each rate after %d s of warming up; %d probes a second%n",
        result.commitMillis(), result.seconds(), result.warmUpSeconds(), result.probesPerSecond());
    out.println(result.table());
    out.flush();
  }
}
