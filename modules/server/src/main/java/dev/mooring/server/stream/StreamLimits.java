package dev.mooring.server.stream;

import java.time.Duration;

/**
 * How much the stream remembers, and how patient it is.
 *
 * @param remembered how many of the latest changes are kept for clients to read
 * @param heartbeat how long a client hears nothing at most; how often the status is told
 * @param slow how long a client may take to receive what was sent to it, when it falls behind what
 *     is remembered
 * @param again how many records a client is caught up with from Kafka at most; with more to catch
 *     up with it is told to read everything again
 */
public record StreamLimits(int remembered, Duration heartbeat, Duration slow, int again) {

  /** What serves hundreds of dashboards. */
  public static final StreamLimits DEFAULT =
      new StreamLimits(16_384, Duration.ofSeconds(5), Duration.ofSeconds(2), 200_000);

  public StreamLimits {
    if (remembered < 1 || again < 0 || !heartbeat.isPositive() || slow.isNegative()) {
      throw new IllegalArgumentException(
          "stream: remembered "
              + remembered
              + ", heartbeat "
              + heartbeat
              + ", slow "
              + slow
              + ", again "
              + again
              + ": none should be negative, and the first two more than zero");
    }
  }
}
