package dev.mooring.benchmarks.bench;

import dev.mooring.benchmarks.edges.CommandRun;
import dev.mooring.benchmarks.edges.CommandRuns;
import dev.mooring.benchmarks.edges.Distribution;
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

/** How quickly many rows are shown. */
@Command(
    name = "metrics",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Loads rows as the topology writes them, and runs the commands of Mooring that show all of",
      "them, in every format, each as a process from start to end."
    })
final class MetricsCommand implements Callable<Integer> {

  private static final int PARTITIONS = 4;
  private static final long SMOKE_ROWS = 500;

  @Spec private CommandSpec spec;

  @Option(names = "--rows", description = "Rows of each kind (${DEFAULT-VALUE}).")
  private long rows = 1_000_000;

  @Option(
      names = "--kinds",
      split = ",",
      description = "Which rows: ${COMPLETION-CANDIDATES}; all.")
  private List<SampleRows> kinds = List.of(SampleRows.values());

  @Option(names = "--formats", split = ",", description = "Which formats; table, json, csv.")
  private List<String> formats = List.of("table", "json", "csv");

  @Option(names = "--turns", description = "Turns of each; medians are shown (${DEFAULT-VALUE}).")
  private int turns = 3;

  @Option(
      names = "--jvm",
      paramLabel = "OPTION",
      description = "One more option of the command's JVM, for profiles; repeatable.")
  private List<String> jvmOptions = List.of();

  @Option(names = "--dir", description = "Where to keep the broker's data meanwhile.")
  private Path parent;

  @Option(names = "--smoke", description = "A few rows only: does it run?")
  private boolean smoke;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (smoke) {
      rows = SMOKE_ROWS;
      turns = 1;
    }
    try (WorkDirectory dir = WorkDirectory.in(parent);
        Stack stack = Stack.start(dir.path(), PARTITIONS)) {
      for (SampleRows kind : kinds) {
        stack.register(kind.topic());
        spec.commandLine().getErr().printf("loading %,d of %s%n", rows, kind);
        new RowLoader(kind, stack.bootstrap(), stack.registry(), PARTITIONS).load(rows);
      }
      print(measured(dir.path(), stack));
    }
    return CommandLine.ExitCode.OK;
  }

  private List<CommandRuns> measured(Path dir, Stack stack)
      throws IOException, InterruptedException {
    Distribution mooring = new Distribution(jvmOptions);
    List<CommandRuns> all = new ArrayList<>();
    for (SampleRows kind : kinds) {
      for (String format : formats) {
        CommandRuns command = command(dir, stack, mooring, kind, format);
        if (!smoke) {
          command.once(); // leaves what helps those after it to start
        }
        all.add(command);
      }
    }
    for (int turn = 0; turn < turns; turn++) {
      for (CommandRuns each : all) {
        spec.commandLine()
            .getErr()
            .printf("%s: %,.0f rows/s%n", each.what(), rows / each.run().seconds());
      }
    }
    return all;
  }

  private static CommandRuns command(
      Path dir, Stack stack, Distribution mooring, SampleRows kind, String format) {
    List<String> arguments = new ArrayList<>(kind.command());
    arguments.addAll(List.of("-o", format));
    String what = "mooring " + String.join(" ", arguments);
    arguments.addAll(List.of("--bootstrap", stack.bootstrap(), "--registry", stack.registry()));
    return new CommandRuns(
        what, () -> mooring.command(arguments.toArray(String[]::new)), dir.resolve("command.log"));
  }

  private void print(List<CommandRuns> all) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(Machine.current());
    out.printf("%,d rows of each kind; median of %d turns%n", rows, turns);
    out.println(
        CommandRuns.table(
            all, List.of(CommandRuns.right("rows/s", each -> "%,.0f".formatted(perSecond(each))))));
    out.flush();
  }

  private double perSecond(CommandRuns each) {
    return rows / each.median(CommandRun::seconds);
  }
}
