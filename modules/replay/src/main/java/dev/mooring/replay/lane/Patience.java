package dev.mooring.replay.lane;

import dev.mooring.replay.ReplayException;
import java.time.Duration;

/** Time that something may take, from when it was made; and pauses between looks at it. */
final class Patience {

  private static final Duration PAUSE = Duration.ofMillis(50);

  private final long start = System.nanoTime();

  /** Whether so much time is over. */
  boolean isOver(Duration time) {
    return System.nanoTime() - start > time.toNanos();
  }

  /** Waits a little. */
  void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new ReplayException("interrupted", stopped);
    }
  }
}
