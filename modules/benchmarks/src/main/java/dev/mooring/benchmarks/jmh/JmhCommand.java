package dev.mooring.benchmarks.jmh;

import dev.mooring.benchmarks.bench.Figures;
import dev.mooring.benchmarks.bench.Machine;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.NoBenchmarksException;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The steps of the hot path one by one. */
@Command(
    name = "jmh",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Times the steps of the hot path one by one, and counts what each allocates.")
public final class JmhCommand implements Callable<Integer> {

  private static final TimeValue INSTANT = TimeValue.milliseconds(1);

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "PATTERN",
      description = "Regular expression of benchmarks to run, as Decode or Store.*log; all.")
  private String pattern = ".*";

  @Option(names = "--forks", description = "JVMs of each (${DEFAULT-VALUE}).")
  private int forks = 1;

  @Option(names = "--warm-up", description = "Iterations of it (${DEFAULT-VALUE}).")
  private int warmUps = 3;

  @Option(names = "--iterations", description = "Measured in each JVM (${DEFAULT-VALUE}).")
  private int iterations = 5;

  @Option(names = "--seconds", description = "Of each iteration (${DEFAULT-VALUE}).")
  private int seconds = 1;

  @Option(names = "--json", description = "File for all figures.")
  private Path json;

  @Option(names = "--smoke", description = "An instant of each, in this JVM: does it run?")
  private boolean smoke;

  @Override
  public Integer call() throws IOException, RunnerException {
    Figures.makeRoom(json);
    JmhResult result = new JmhResult(Machine.current(), lines());
    PrintWriter out = spec.commandLine().getOut();
    out.println(result.machine());
    out.println(result.table());
    out.flush();
    Figures.write(json, result);
    return CommandLine.ExitCode.OK;
  }

  private List<JmhLine> lines() throws RunnerException {
    try {
      Collection<RunResult> results = new Runner(options().build()).run();
      return results.stream().map(JmhLine::of).toList();
    } catch (NoBenchmarksException e) {
      String message = "pattern: %s, should match a benchmark".formatted(pattern);
      throw new CommandLine.ParameterException(spec.commandLine(), message, e);
    }
  }

  private ChainedOptionsBuilder options() {
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include(pattern)
            .addProfiler(GCProfiler.class)
            .shouldFailOnError(true)
            .verbosity(smoke ? VerboseMode.SILENT : VerboseMode.NORMAL);
    return smoke
        ? options.forks(0).warmupIterations(0).measurementIterations(1).measurementTime(INSTANT)
        : options
            .forks(forks)
            .warmupIterations(warmUps)
            .warmupTime(TimeValue.seconds(seconds))
            .measurementIterations(iterations)
            .measurementTime(TimeValue.seconds(seconds));
  }
}
