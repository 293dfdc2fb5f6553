package dev.mooring.cli.stack;

import dev.mooring.topology.Restoring;
import dev.mooring.topology.lane.LaneListener;
import dev.mooring.topology.lane.LaneRunner;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Waits for an instance to run, and tells how far it is while that takes long. */
final class StartWatch {

  private static final Duration LOOK = Duration.ofMillis(500);
  private static final Duration TELL = Duration.ofSeconds(5);

  private final LaneRunner runner;
  private final Optional<Duration> patience;
  private final LaneListener listener;
  private final LongSupplier nanos;
  private long told;
  private long moved;
  private Optional<Restoring> before = Optional.empty();

  /**
   * A watch that has not begun.
   *
   * @param patience for how long it may come no further; for ever when empty
   * @param nanos of a clock that nobody sets
   */
  StartWatch(
      LaneRunner runner, Optional<Duration> patience, LaneListener listener, LongSupplier nanos) {
    this.runner = runner;
    this.patience = patience;
    this.listener = listener;
    this.nanos = nanos;
    this.told = nanos.getAsLong();
    this.moved = told;
  }

  /**
   * Waits until it runs, stands by or has been stopped.
   *
   * @return false when it failed, or patience is at its end
   */
  boolean await() throws InterruptedException {
    while (!runner.awaitRunning(LOOK)) {
      if (runner.failure().isPresent() || isSilentForTooLong()) {
        return false;
      }
      if (nanos.getAsLong() - told > TELL.toNanos()) {
        told = nanos.getAsLong();
        runner.unready().ifPresent(listener::told);
      }
    }
    return runner.failure().isEmpty();
  }

  private boolean isSilentForTooLong() {
    Optional<Restoring> now = runner.restoring();
    if (!now.equals(before)) {
      before = now;
      moved = nanos.getAsLong();
    }
    return patience.isPresent() && nanos.getAsLong() - moved > patience.get().toNanos();
  }
}
