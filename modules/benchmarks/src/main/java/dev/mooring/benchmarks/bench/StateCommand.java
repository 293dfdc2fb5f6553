package dev.mooring.benchmarks.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mooring.benchmarks.engine.StateMain;
import dev.mooring.benchmarks.engine.StateReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How much memory and disk relationships take, on the heap and in RocksDB. */
@Command(
    name = "state",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Fills the relationship store with a history and measures what it takes.")
final class StateCommand implements Callable<Integer> {

  private static final long SMOKE_EVENTS = 20_000;
  private static final int ON_THE_HEAP = 0;

  @Spec private CommandSpec spec;

  @Option(names = "--events", description = "Events of the history (${DEFAULT-VALUE}).")
  private long events = 2_000_000;

  @Option(names = "--seed", description = "Seed of the history (${DEFAULT-VALUE}).")
  private long seed = 1;

  @Option(names = "--heap", description = "Most heap of a process (${DEFAULT-VALUE}).")
  private String heap = "4g";

  @Option(names = "--rocksdb", description = "Megabytes of RocksDB's memory (${DEFAULT-VALUE}).")
  private int rocksDb = 256;

  @Option(names = "--dir", description = "Where to keep RocksDB's files meanwhile.")
  private Path parent;

  @Option(names = "--smoke", description = "A few events only: does it run?")
  private boolean smoke;

  @Override
  public Integer call() throws IOException {
    try (WorkDirectory dir = WorkDirectory.in(parent)) {
      StateReport onHeap = measured(dir.path(), ON_THE_HEAP);
      StateReport inRocksDb = measured(dir.path(), rocksDb);
      PrintWriter out = spec.commandLine().getOut();
      out.println(Machine.current());
      out.printf(
          "%,d events of seed %d, %,d relationships; RocksDB has %d MB%n",
          onHeap.events(), seed, onHeap.relationships(), rocksDb);
      out.println(line("", "heap MB", "native MB", "disk MB", "a relationship", "an event", "s"));
      out.println(line("heap", onHeap, onHeap.heapBytes()));
      out.println(line("rocksdb", inRocksDb, inRocksDb.diskBytes()));
      out.flush();
    }
    return CommandLine.ExitCode.OK;
  }

  /** Flink's RocksDB has classes of the same names, and must be out of the way. */
  private StateReport measured(Path dir, int megabytes) throws IOException {
    Path files = Files.createDirectory(dir.resolve("state-" + megabytes));
    List<String> options = new ArrayList<>(ClassPath.without("frocksdbjni-"));
    options.add("-Xmx" + heap);
    try (ChildJvm child =
        ChildJvm.start(
            dir,
            options,
            StateMain.class,
            Long.toString(seed),
            Long.toString(smoke ? SMOKE_EVENTS : events),
            Integer.toString(megabytes),
            files.toString())) {
      return new ObjectMapper().readValue(child.line(), StateReport.class);
    }
  }

  /** What it has most of, in bytes, over the relationships and over the events. */
  private static String line(String what, StateReport report, long most) {
    return line(
        what,
        megabytes(report.heapBytes()),
        megabytes(report.nativeBytes()),
        megabytes(report.diskBytes()),
        "%,.0f bytes".formatted((double) most / report.relationships()),
        "%,.0f bytes".formatted((double) most / report.events()),
        "%,.1f".formatted(report.seconds()));
  }

  private static String line(Object... cells) {
    return "%-8s %10s %10s %10s %15s %12s %8s".formatted(cells);
  }

  private static String megabytes(long bytes) {
    return "%,.1f".formatted(bytes / 1e6);
  }
}
