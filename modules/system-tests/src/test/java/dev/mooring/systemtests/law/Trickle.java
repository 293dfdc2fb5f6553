package dev.mooring.systemtests.law;

import dev.mooring.contract.event.Event;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Publishes events bit by bit while other things happen. */
final class Trickle implements AutoCloseable {

  private static final Duration PAUSE = Duration.ofMillis(50);

  private final Cluster cluster;
  private final Iterator<List<Event>> batches;
  private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor();
  private final ScheduledFuture<?> publishing;

  /** Would publish the last of them after that time. */
  Trickle(Cluster cluster, List<Event> events, Duration lasting) {
    this.cluster = cluster;
    int size = (int) (1 + events.size() * PAUSE.toMillis() / lasting.toMillis());
    this.batches =
        java.util.stream.IntStream.iterate(0, from -> from < events.size(), from -> from + size)
            .mapToObj(from -> events.subList(from, Math.min(from + size, events.size())))
            .iterator();
    this.publishing =
        executor.scheduleAtFixedRate(this::next, 0, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
  }

  /**
   * Publishes what is left, and returns when all has arrived.
   *
   * @throws Exception as publishing did, which ends with its first failure
   */
  void finish() throws Exception {
    publishing.cancel(false);
    if (publishing.state() == Future.State.FAILED) {
      publishing.get();
    }
    executor.submit(this::rest).get();
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }

  private void next() {
    if (batches.hasNext()) {
      cluster.publish(batches.next());
    }
  }

  private void rest() {
    batches.forEachRemaining(cluster::publish);
  }
}
