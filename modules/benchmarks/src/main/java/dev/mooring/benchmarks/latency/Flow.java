package dev.mooring.benchmarks.latency;

import dev.mooring.contract.Topics;
import dev.mooring.contract.event.Event;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.List;

/** Both ends in one process, so that one clock times them: who publishes, and who reads rows. */
final class Flow implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final Duration PAUSE = Duration.ofMillis(10);

  private final PacedSender sender;
  private final Hop mooring;
  private final Hop bank;
  private final List<RowReader> readers;

  private Flow(String bootstrap, PacedSender sender, int probes) {
    this.sender = sender;
    this.mooring = new Hop(Topics.MOORINGS, probes);
    this.bank = new Hop(Topics.BANK_METRICS, probes);
    this.readers = List.of(RowReader.start(bootstrap, mooring), RowReader.start(bootstrap, bank));
  }

  /** A flow that is ready; nothing is published yet. */
  static Flow start(
      String bootstrap, int schemaId, Iterator<Event> history, int probes, InstantSource clock) {
    return new Flow(
        bootstrap, new PacedSender(bootstrap, schemaId, history, probes, clock), probes);
  }

  /** Publishes for some seconds. */
  void send(int rate, int seconds, int probesPerSecond) {
    sender.send(rate, seconds, probesPerSecond);
  }

  /** Probes published so far. */
  int probes() {
    return sender.probes();
  }

  /**
   * Waits until the rows of all probes have shown.
   *
   * @throws IllegalStateException when some did not
   */
  void awaitArrivals() throws InterruptedException {
    long giveUp = System.nanoTime() + PATIENCE.toNanos();
    while (mooring.count() < probes() || bank.count() < probes()) {
      for (RowReader reader : readers) {
        reader.failure().ifPresent(Flow::stopped);
      }
      if (System.nanoTime() > giveUp) {
        throw new IllegalStateException(
            "of %d probes, %d moorings and %d banks have shown, should be all"
                .formatted(probes(), mooring.count(), bank.count()));
      }
      Thread.sleep(PAUSE);
    }
  }

  /** From when the probes since a number were due until the rows of their moorings showed. */
  Quantiles untilMooring(int from) {
    return mooring.since(sender.due(), from, probes());
  }

  /** From when the probes since a number were due until the rows of their banks showed. */
  Quantiles untilBank(int from) {
    return bank.since(sender.due(), from, probes());
  }

  @Override
  public void close() {
    try (sender) {
      for (RowReader reader : readers) {
        reader.close();
      }
    }
  }

  private static void stopped(RuntimeException cause) {
    throw new IllegalStateException("a reader of rows stopped", cause);
  }
}
