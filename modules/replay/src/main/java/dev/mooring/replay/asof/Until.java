package dev.mooring.replay.asof;

import java.time.Instant;

/**
 * An end in time: an instant, which counts, or a date or month, which counts to its end.
 *
 * @param lastMillis the last millisecond that counts, UTC
 * @param endMillis what lasts for some time counts if it ends no later; UTC
 */
public record Until(long lastMillis, long endMillis) {

  /** No end: all counts. */
  public static final Until EVER = new Until(Long.MAX_VALUE, Long.MAX_VALUE);

  /** Up to an instant, and with it. */
  public static Until instant(Instant last) {
    return new Until(last.toEpochMilli(), last.toEpochMilli());
  }

  /** Up to an instant and without it: to the end of a date or month. */
  public static Until before(Instant end) {
    return new Until(end.toEpochMilli() - 1, end.toEpochMilli());
  }
}
