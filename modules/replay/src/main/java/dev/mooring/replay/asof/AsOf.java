package dev.mooring.replay.asof;

import dev.mooring.contract.event.Precision;
import java.time.Instant;
import java.time.ZoneOffset;

/**
 * Which records count for somebody who looks at the past. They are chosen before it is decided
 * which revision stands: the highest of those that were known by then.
 *
 * @param reported by when a revision must have been public: an instant, day or month that has ended
 * @param recorded by when this cluster must have got it: the record's timestamp
 */
public record AsOf(Until reported, Until recorded) {

  /** All that is known. */
  public static final AsOf NOW = new AsOf(Until.EVER, Until.EVER);

  private static final long DAY = 86_400_000L;
  private static final long LONGEST_MONTH = 31 * DAY;

  /** What was public by then. */
  public static AsOf reported(Until until) {
    return new AsOf(until, Until.EVER);
  }

  /** What this cluster knew by then. */
  public static AsOf recorded(Until until) {
    return new AsOf(Until.EVER, until);
  }

  /** Whether this cluster had a record by then. */
  boolean had(long timestamp) {
    return timestamp <= recorded.lastMillis();
  }

  /** Whether it depends on the precision if a revision was public by then. */
  boolean dependsOnPrecision(long reportedAt) {
    return reportedAt <= reported.lastMillis() && reportedAt > reported.endMillis() - LONGEST_MONTH;
  }

  /** Whether a revision was public by then; any precision will do if it does not depend on it. */
  boolean knew(long reportedAt, Precision precision) {
    return switch (precision) {
      case DAY -> reportedAt <= reported.endMillis() - DAY;
      case MONTH -> endOfMonth(reportedAt) <= reported.endMillis();
      default -> reportedAt <= reported.lastMillis();
    };
  }

  private static long endOfMonth(long start) {
    return Instant.ofEpochMilli(start)
        .atOffset(ZoneOffset.UTC)
        .plusMonths(1)
        .toInstant()
        .toEpochMilli();
  }
}
