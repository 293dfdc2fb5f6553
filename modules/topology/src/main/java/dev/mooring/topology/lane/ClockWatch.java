package dev.mooring.topology.lane;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Notices that the wall clock was set back. Kafka's clients wait until a time of that clock for
 * their next heartbeat and commit: set back by a day, they would do neither for a day. For one
 * thread only.
 */
final class ClockWatch {

  /** Shorter than the session that the group gives a member without heartbeats. */
  private static final Duration HARMLESS = Duration.ofSeconds(5);

  private final InstantSource wall;
  private final LongSupplier nanos;
  private Instant wallBefore;
  private long nanosBefore;

  /**
   * A watch from now on.
   *
   * @param nanos of a clock that nobody sets
   */
  ClockWatch(InstantSource wall, LongSupplier nanos) {
    this.wall = wall;
    this.nanos = nanos;
    begin();
  }

  /** By how much the clock was set back since the last look; empty where that does no harm. */
  Optional<Duration> setBack() {
    Instant due = wallBefore.plusNanos(nanos.getAsLong() - nanosBefore);
    begin();
    Duration back = Duration.between(wallBefore, due);
    return back.compareTo(HARMLESS) > 0 ? Optional.of(back) : Optional.empty();
  }

  private void begin() {
    wallBefore = wall.instant();
    nanosBefore = nanos.getAsLong();
  }
}
