package dev.mooring.cli.stack;

import dev.mooring.topology.Restoring;
import dev.mooring.topology.lane.LaneListener;
import dev.mooring.topology.lane.LaneRunner;
import java.time.Duration;
import java.util.Optional;

/** Waits for an instance to run, and tells how far it is while that takes long. */
final class StartWatch {

  private static final Duration LOOK = Duration.ofMillis(500);
  private static final Duration TELL = Duration.ofSeconds(5);

  private final LaneRunner runner;
  private final Optional<Duration> patience;
  private final LaneListener listener;
  private long told = System.nanoTime();
  private long moved = told;
  private Optional<Restoring> before = Optional.empty();

  /**
   * A watch that has not begun.
   *
   * @param patience for how long it may come no further; for ever when empty
   */
  StartWatch(LaneRunner runner, Optional<Duration> patience, LaneListener listener) {
    this.runner = runner;
    this.patience = patience;
    this.listener = listener;
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
      if (System.nanoTime() - told > TELL.toNanos()) {
        told = System.nanoTime();
        runner.unready().ifPresent(listener::told);
      }
    }
    return runner.failure().isEmpty();
  }

  private boolean isSilentForTooLong() {
    Optional<Restoring> now = runner.restoring();
    if (!now.equals(before)) {
      before = now;
      moved = System.nanoTime();
    }
    return patience.isPresent() && System.nanoTime() - moved > patience.get().toNanos();
  }
}
