package dev.mooring.benchmarks.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mooring.benchmarks.engine.StateMain;
import dev.mooring.benchmarks.engine.StateReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
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

  /** The kinds of stores. */
  enum Store {
    HEAP,
    ROCKSDB
  }

  @Spec private CommandSpec spec;

  @Option(names = "--events", description = "Events of the history (${DEFAULT-VALUE}).")
  private long events = 2_000_000;

  @Option(names = "--seed", description = "Seed of the history (${DEFAULT-VALUE}).")
  private long seed = 1;

  @Option(names = "--heap", description = "Most heap of a process (${DEFAULT-VALUE}).")
  private String heap = "4g";

  @Option(
      names = "--stores",
      split = ",",
      description = "Which to measure: ${COMPLETION-CANDIDATES}; all when missing.")
  private List<Store> stores = List.of(Store.values());

  @Option(names = "--rocksdb", description = "Megabytes of RocksDB's memory (${DEFAULT-VALUE}).")
  private int rocksDb = 256;

  @Option(names = "--dir", description = "Where to keep RocksDB's files meanwhile.")
  private Path parent;

  @Option(names = "--smoke", description = "A few events only: does it run?")
  private boolean smoke;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    out.println(Machine.current());
    out.println(
        line("", "events", "relationships", "heap MB", "native MB", "disk MB", "peak MB")
            + line("a relationship", "an event", "s"));
    try (WorkDirectory dir = WorkDirectory.in(parent)) {
      for (Store store : stores) {
        out.println(line(store, measured(dir.path(), store)));
        out.flush();
      }
    }
    return CommandLine.ExitCode.OK;
  }

  /** Flink's RocksDB has classes of the same names, and must be out of the way. */
  private StateReport measured(Path dir, Store store) throws IOException {
    int megabytes = store == Store.HEAP ? ON_THE_HEAP : rocksDb;
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

  /** By the relationship and by the event: of the heap, or of the disk. */
  private static String line(Store store, StateReport report) {
    long bytes = store == Store.HEAP ? report.heapBytes() : report.diskBytes();
    return line(
            store.name(),
            "%,d".formatted(report.events()),
            "%,d".formatted(report.relationships()),
            megabytes(report.heapBytes()),
            megabytes(report.nativeBytes()),
            megabytes(report.diskBytes()),
            report.peakRss() == null ? "unknown" : megabytes(report.peakRss()))
        + line(
            "%,.0f bytes".formatted((double) bytes / report.relationships()),
            "%,.0f bytes".formatted((double) bytes / report.events()),
            "%,.1f".formatted(report.seconds()));
  }

  private static String line(String... cells) {
    return Arrays.stream(cells).map("%15s"::formatted).collect(Collectors.joining());
  }

  private static String megabytes(long bytes) {
    return "%,.1f".formatted(bytes / 1e6);
  }
}
