package dev.mooring.replay.lane;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How far a lane is.
 *
 * @param lane its name
 * @param state of its lane record: RUNNING, DRAINING or RETIRED
 * @param applicationId of its instances
 * @param instances that are in its group
 * @param events records of the events topic, as offsets count them
 * @param read how many of them it has committed
 * @param withdrawalsLeft records of its withdrawals topic that it has not committed
 * @param differencesLeft likewise of its differences topic
 * @param partitionsBehind in how many partitions something is left: of each it may be the mark of a
 *     transaction, which is no record
 * @param eventsPerSecond how fast it reads; empty when only one look was taken
 */
public record LaneStatus(
    String lane,
    String state,
    String applicationId,
    int instances,
    long events,
    long read,
    long withdrawalsLeft,
    long differencesLeft,
    int partitionsBehind,
    OptionalDouble eventsPerSecond) {

  private static final double WHOLE = 100;
  private static final double MILLIS = 1_000;

  /** What it may be behind and count as caught up: while events come in, it always is a little. */
  private static final double CAUGHT_UP_SECONDS = 2;

  /** Events that it has not committed. */
  public long eventsLeft() {
    return events - read;
  }

  /** How much of the events it has read, of 100. */
  public double percent() {
    return events == 0 ? WHOLE : WHOLE * read / events;
  }

  /** Records that it is behind, over all hops. */
  public long lag() {
    return eventsLeft() + withdrawalsLeft + differencesLeft;
  }

  /** When it will have read the events, at this speed; empty when that cannot be told. */
  public Optional<Duration> timeLeft() {
    if (eventsLeft() == 0) {
      return Optional.of(Duration.ZERO);
    }
    double speed = eventsPerSecond.orElse(0);
    return speed <= 0
        ? Optional.empty()
        : Optional.of(Duration.ofMillis(Math.round(MILLIS * eventsLeft() / speed)));
  }

  /** Whether it is behind no more than it reads in two seconds. */
  public boolean caughtUp() {
    return lag() - partitionsBehind <= CAUGHT_UP_SECONDS * eventsPerSecond.orElse(0);
  }
}
