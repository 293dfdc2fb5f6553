package dev.mooring.benchmarks.bench;

import dev.mooring.benchmarks.edges.CommandRun;
import dev.mooring.benchmarks.edges.CommandRuns;
import dev.mooring.benchmarks.edges.Distribution;
import dev.mooring.benchmarks.edges.PlainProducerMain;
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

/** How quickly a file of events is published, beside a bare producer of the same records. */
@Command(
    name = "publish",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Publishes a history of JSON lines by the mooring command, beside a bare producer that sends",
      "the very same records, encoded already: by turns, each as a process from start to end."
    })
final class PublishCommand implements Callable<Integer> {

  private static final int PARTITIONS = 4;
  private static final long SMOKE_EVENTS = 2_000;
  private static final int PLAIN = 0;
  private static final int PUBLISH = 1;

  @Spec private CommandSpec spec;

  @Option(names = "--events", description = "Lines of the file (${DEFAULT-VALUE}).")
  private long events = 1_000_000;

  @Option(names = "--seed", description = "Seed of the history (${DEFAULT-VALUE}).")
  private long seed = 1;

  @Option(names = "--turns", description = "Turns of each; medians are shown (${DEFAULT-VALUE}).")
  private int turns = 5;

  @Option(
      names = "--jvm",
      paramLabel = "OPTION",
      description = "One more option of the command's JVM, for profiles; repeatable.")
  private List<String> jvmOptions = List.of();

  @Option(names = "--dir", description = "Where to keep the broker's data meanwhile.")
  private Path parent;

  @Option(names = "--smoke", description = "A few events only: does it run?")
  private boolean smoke;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (smoke) {
      events = SMOKE_EVENTS;
      turns = 1;
    }
    try (WorkDirectory dir = WorkDirectory.in(parent)) {
      SampleFiles files = SampleFiles.write(dir.path(), seed, events);
      try (Stack stack = Stack.start(dir.path(), PARTITIONS)) {
        print(measured(dir.path(), stack, files));
      }
    }
    return CommandLine.ExitCode.OK;
  }

  /** A million events and one: the difference is what the events themselves take. */
  private record Pair(CommandRuns all, CommandRuns one) {}

  private List<Pair> measured(Path dir, Stack stack, SampleFiles files)
      throws IOException, InterruptedException {
    Distribution mooring = new Distribution(jvmOptions);
    List<Pair> pairs =
        List.of(
            new Pair(
                plain(dir, stack, files, "bare producer", events),
                plain(dir, stack, files, "bare producer, one", 1)),
            new Pair(
                publish(dir, stack, mooring, "mooring publish", files.all()),
                publish(dir, stack, mooring, "mooring publish, one", files.one())));
    say("publishing once, to have the records for the bare producer");
    pairs.get(PUBLISH).one().once();
    pairs.get(PUBLISH).all().once();
    files.takeRecords(stack.bootstrap(), events);
    for (int turn = 0; turn < turns; turn++) {
      for (Pair pair : pairs) {
        measure(stack, pair);
      }
    }
    return pairs;
  }

  private void measure(Stack stack, Pair pair) throws IOException, InterruptedException {
    long before = stack.endOffsets().get(Topics.EVENTS.name());
    CommandRun one = pair.one().run();
    CommandRun all = pair.all().run();
    long came = stack.endOffsets().get(Topics.EVENTS.name()) - before;
    if (came != events + 1) {
      throw new IllegalStateException(
          "%,d records came into the topic, should be %,d".formatted(came, events + 1));
    }
    say("%s: %.2f s, one event %.2f s".formatted(pair.all().what(), all.seconds(), one.seconds()));
  }

  private static CommandRuns publish(
      Path dir, Stack stack, Distribution mooring, String what, Path file) {
    return new CommandRuns(
        what,
        () ->
            mooring.command(
                "publish",
                file.toString(),
                "--bootstrap",
                stack.bootstrap(),
                "--registry",
                stack.registry()),
        dir.resolve("publish.log"));
  }

  private static CommandRuns plain(
      Path dir, Stack stack, SampleFiles files, String what, long count) {
    return new CommandRuns(
        what,
        () ->
            ChildJvm.command(
                List.of(),
                PlainProducerMain.class,
                stack.bootstrap(),
                files.records().toString(),
                Long.toString(count)),
        dir.resolve("plain.log"));
  }

  private void say(String what) {
    spec.commandLine().getErr().println(what);
  }

  private void print(List<Pair> pairs) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(Machine.current());
    out.printf("%,d events of seed %d; median of %d turns%n", events, seed, turns);
    List<CommandRuns> all =
        pairs.stream().flatMap(pair -> List.of(pair.all(), pair.one()).stream()).toList();
    out.println(CommandRuns.table(all, List.of()));
    Pair plain = pairs.get(PLAIN);
    Pair publish = pairs.get(PUBLISH);
    out.printf(
        "from start to end: %,.0f events/s, %.2f of the bare producer%n",
        events / wall(publish), wall(plain) / wall(publish));
    out.printf(
        "without what one event takes: %,.0f events/s, %.2f of the bare producer%n",
        events / net(publish), net(plain) / net(publish));
    out.flush();
  }

  private static double wall(Pair pair) {
    return pair.all().median(CommandRun::seconds);
  }

  private static double net(Pair pair) {
    return wall(pair) - pair.one().median(CommandRun::seconds);
  }
}
