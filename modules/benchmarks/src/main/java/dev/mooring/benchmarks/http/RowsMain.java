package dev.mooring.benchmarks.http;

import dev.mooring.benchmarks.history.HistoryConfig;
import dev.mooring.benchmarks.history.HistoryGenerator;
import dev.mooring.contract.GeneratedTypes;
import dev.mooring.contract.Problem;
import dev.mooring.contract.event.Event;
import dev.mooring.metrics.MemoryFold;
import dev.mooring.publisher.Receipt;
import dev.mooring.server.EventSink;
import dev.mooring.server.MooringServer;
import dev.mooring.server.ServerConfig;
import dev.mooring.server.ServerParts;
import dev.mooring.server.TopologyStatus;
import dev.mooring.server.stream.Rejections;
import dev.mooring.view.InMemoryEvents;
import dev.mooring.view.InMemoryView;
import dev.mooring.view.Row;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Mooring's server over rows in memory, as {@code mooring up} has it over those of Kafka. Says
 * where the row of the bank with the most events is. Arguments: a directory, and how many events
 * the rows are folded from.
 */
public final class RowsMain {

  private RowsMain() {}

  public static void main(String[] args) throws Exception {
    GeneratedTypes.trust();
    InMemoryView view = view(Long.parseLong(args[1]));
    String bank =
        view.snapshot()
            .bankMetrics()
            .rows()
            .max(Comparator.comparingLong(row -> row.value().getEvents()))
            .map(Row::key)
            .orElseThrow();
    try (InMemoryEvents events = new InMemoryEvents(Path.of(args[0]));
        MooringServer server = MooringServer.start(ServerConfig.local(0), parts(view, events))) {
      System.out.println("ready " + server.url().resolve("/api/v1/banks/" + bank));
      UntilTold.await();
    }
  }

  private static InMemoryView view(long count) {
    MemoryFold fold = new MemoryFold();
    new HistoryGenerator(HistoryConfig.of(1, count)).forEachRemaining(fold::add);
    InMemoryView view = new InMemoryView();
    fold.rows().forEach((topic, rows) -> rows.forEach((key, row) -> view.put(topic, key, row)));
    view.publish();
    return view;
  }

  private static ServerParts parts(InMemoryView view, InMemoryEvents events) {
    return new ServerParts(
        view,
        events,
        new NoSink(),
        Rejections.NONE,
        (from, to, each) -> false,
        (position, atMost) -> true,
        () -> TopologyStatus.UNKNOWN,
        "bench",
        InstantSource.system());
  }

  /** Nothing is published here. */
  private static final class NoSink implements EventSink {

    @Override
    public List<Problem> problems(Event event) {
      return List.of();
    }

    @Override
    public CompletableFuture<Receipt> publish(Event event) {
      return CompletableFuture.failedFuture(new UnsupportedOperationException("only reads"));
    }
  }
}
