package dev.mooring.benchmarks.bench;

import dev.mooring.benchmarks.edges.CommandRuns;
import dev.mooring.benchmarks.edges.Distribution;
import dev.mooring.contract.Topics;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How long short commands take, from start to end. */
@Command(
    name = "startup",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Runs short commands of Mooring by turns, each as a process from start to end: the help, one",
      "event published, the ranking. The first turn is shown apart: it may have to prepare others."
    })
final class StartupCommand implements Callable<Integer> {

  private static final int PARTITIONS = 4;

  @Spec private CommandSpec spec;

  @Option(names = "--turns", description = "Turns of each; medians are shown (${DEFAULT-VALUE}).")
  private int turns = 15;

  @Option(
      names = "--jvm",
      paramLabel = "OPTION",
      description = "One more option of the command's JVM; repeatable.")
  private List<String> jvmOptions = List.of();

  @Option(names = "--dir", description = "Where to keep the broker's data meanwhile.")
  private Path parent;

  @Option(names = "--smoke", description = "One turn: does it run?")
  private boolean smoke;

  @Override
  public Integer call() throws IOException, InterruptedException {
    try (WorkDirectory dir = WorkDirectory.in(parent)) {
      Path one = SampleFiles.write(dir.path(), 1, 1).one();
      try (Stack stack = Stack.start(dir.path(), PARTITIONS)) {
        stack.register(Topics.EVENTS);
        print(measured(commands(dir.path(), stack, one)));
      }
    }
    return CommandLine.ExitCode.OK;
  }

  private List<CommandRuns> commands(Path dir, Stack stack, Path one) {
    return List.of(
        command(dir, stack, "--help"),
        command(dir, stack, "publish", one.toString()),
        command(dir, stack, "metrics", "ranking"));
  }

  private CommandRuns command(Path dir, Stack stack, String... arguments) {
    Distribution mooring = new Distribution(jvmOptions);
    List<String> all = new ArrayList<>(List.of(arguments));
    if (!arguments[0].startsWith("-")) {
      all.addAll(List.of("--bootstrap", stack.bootstrap(), "--registry", stack.registry()));
    }
    return new CommandRuns(
        "mooring " + arguments[0],
        () -> mooring.command(all.toArray(String[]::new)),
        dir.resolve("command.log"));
  }

  private List<CommandRuns> measured(List<CommandRuns> commands)
      throws IOException, InterruptedException {
    for (CommandRuns each : commands) {
      spec.commandLine()
          .getErr()
          .printf("%s, first turn: %.2f s%n", each.what(), each.once().seconds());
    }
    for (int turn = 0; turn < (smoke ? 1 : turns); turn++) {
      for (CommandRuns each : commands) {
        each.run();
      }
    }
    return commands;
  }

  private void print(List<CommandRuns> commands) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(Machine.current());
    out.printf("median of %d turns%n", smoke ? 1 : turns);
    out.println(CommandRuns.table(commands, List.of()));
    out.flush();
  }
}
