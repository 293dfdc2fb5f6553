package dev.mooring.benchmarks.bench;

import dev.mooring.benchmarks.jmh.JmhCommand;
import dev.mooring.benchmarks.latency.LatencyCommand;
import dev.mooring.benchmarks.restart.RestartCommand;
import dev.mooring.benchmarks.scaling.ScalingCommand;
import dev.mooring.contract.GeneratedTypes;
import dev.mooring.devstack.DevStackException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command of the bench. */
@Command(
    name = "mooring-bench",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    subcommands = {
      HistoryCommand.class,
      LatencyCommand.class,
      RestartCommand.class,
      ScalingCommand.class,
      StateCommand.class,
      ViewCommand.class,
      HttpCommand.class,
      PublishCommand.class,
      StartupCommand.class,
      MetricsCommand.class,
      JmhCommand.class
    },
    description = {
      "Measures ways through the same events side by side, on a broker of its own.",
      "Exit codes: 0 done, 1 failed, 2 wrong usage, 3 done, but rows differ from the oracle's."
    })
public final class BenchCommand implements Callable<Integer> {

  private static final int ROWS_DIFFER = 3;
  private static final long SMOKE_EVENTS = 20_000;

  @Spec private CommandSpec spec;

  @Option(names = "--events", description = "Events in the topic (${DEFAULT-VALUE}).")
  private long events = 2_000_000;

  @Option(names = "--seed", description = "Seed of the history (${DEFAULT-VALUE}).")
  private long seed = 1;

  @Option(names = "--partitions", description = "Partitions of the topic (${DEFAULT-VALUE}).")
  private int partitions = 4;

  @Option(names = "--engines", split = ",", description = "Which to run: all, or some of them.")
  private List<String> engines = Contender.ALL.stream().map(Contender::name).toList();

  @Option(names = "--runs", description = "Runs of each; the median is shown (${DEFAULT-VALUE}).")
  private int runs = 1;

  @Option(names = "--heap", description = "Most heap of an engine (${DEFAULT-VALUE}).")
  private String heap = "2g";

  @Option(
      names = "--jvm",
      paramLabel = "OPTION",
      description =
          "One more option of the engines' JVMs, as --jvm=-XX:+UseParallelGC; repeatable.")
  private List<String> moreJvmOptions = List.of();

  @Option(names = "--json", description = "File for all figures, every run included.")
  private Path json;

  @Option(names = "--dir", description = "Where to keep the broker's data meanwhile.")
  private Path parent;

  @Option(names = "--smoke", description = "A few events only: does it run, are the rows right?")
  private boolean smoke;

  public static void main(String[] args) {
    GeneratedTypes.trust();
    System.exit(commandLine().execute(args));
  }

  /** The command, ready to execute arguments; what fails for reasons outside of it is one line. */
  static CommandLine commandLine() {
    return new CommandLine(new BenchCommand())
        .setExecutionExceptionHandler(
            (failure, command, parsed) -> {
              command.getErr().println("mooring-bench: " + told(failure));
              return CommandLine.ExitCode.SOFTWARE;
            });
  }

  /** A defect of the bench itself is told with all that is known of it. */
  private static String told(Exception failure) throws Exception {
    return switch (failure) {
      case FileSystemException e when e.getReason() == null ->
          e.getClass().getSimpleName() + ": " + e.getMessage();
      case IOException e -> e.getMessage();
      case UncheckedIOException e -> e.getMessage() + ": " + e.getCause();
      case DevStackException e -> e.getMessage();
      case IllegalStateException e -> e.getMessage();
      default -> throw failure;
    };
  }

  @Override
  public Integer call() throws IOException {
    BenchConfig config = config();
    Figures.makeRoom(json);
    BenchResult result = run(config);
    PrintWriter out = spec.commandLine().getOut();
    out.println(result.machine());
    out.printf(
        "%,d events of seed %d in %d partitions, bodies of %.0f bytes, lz4; median of %d%n",
        result.loaded().events(),
        seed,
        partitions,
        (double) result.loaded().bodyBytes() / result.loaded().events(),
        runs);
    out.println(ResultTable.of(result));
    out.flush();
    Figures.write(json, result);
    return result.isAsExpected() ? CommandLine.ExitCode.OK : ROWS_DIFFER;
  }

  private BenchConfig config() {
    try {
      List<Contender> contenders = engines.stream().map(Contender::named).toList();
      long count = smoke ? SMOKE_EVENTS : events;
      return new BenchConfig(count, seed, partitions, contenders, runs, jvmOptions());
    } catch (IllegalArgumentException e) {
      throw new CommandLine.ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  /** A smoke says nothing of speed, so its JVMs should rather start fast than run fast. */
  private List<String> jvmOptions() {
    List<String> options = new ArrayList<>(List.of("-Xmx" + heap));
    if (smoke) {
      options.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    }
    options.addAll(moreJvmOptions);
    return options;
  }

  private BenchResult run(BenchConfig config) throws IOException {
    try (WorkDirectory dir = WorkDirectory.in(parent)) {
      return new Bench(config, dir.path(), spec.commandLine().getErr()).run();
    }
  }
}
