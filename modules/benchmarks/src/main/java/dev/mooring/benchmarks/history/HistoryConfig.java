package dev.mooring.benchmarks.history;

import java.time.Duration;
import java.time.Instant;

/**
 * What a generated history is like. The same configuration always gives the same history.
 *
 * @param seed of all randomness
 * @param events number of records, repeats and revisions included
 * @param banks number of banks; their shares of relationships fall off by Zipf's law
 * @param firms number of firms; a bank meets each once before it meets one again
 * @param cities number of cities, taken from the shipped list; Zipf's law again
 * @param start when the history begins
 * @param span how long it lasts, about; the rate of events follows from it
 * @param withdrawals how many times a bank ends all its relationships
 * @param shares how often a report is not plain
 */
public record HistoryConfig(
    long seed,
    long events,
    int banks,
    int firms,
    int cities,
    Instant start,
    Duration span,
    int withdrawals,
    Shares shares) {

  /** Events of a relationship, as far as the history shows it: an average that others rely on. */
  static final int EVENTS_PER_RELATIONSHIP = 9;

  private static final int BANKS_PER_FIRM = 4;
  private static final Duration LONGEST = Duration.ofDays(30 * 366);

  public HistoryConfig {
    atLeast("events", events, 0);
    atLeast("banks", banks, 1);
    atLeast("firms", firms, 1);
    atLeast("cities", cities, 1);
    atLeast("withdrawals", withdrawals, 0);
    if (cities > City.shipped().size()) {
      throw wrong("cities", cities, "at most " + City.shipped().size() + ", those shipped");
    }
    if (span.compareTo(Duration.ofDays(1)) < 0 || span.compareTo(LONGEST) > 0) {
      throw wrong("span", span, "between a day and 30 years");
    }
  }

  /** A history of this many events with the proportions that the benchmarks use. */
  public static HistoryConfig of(long seed, long events) {
    int firms =
        (int) Math.max(10, Math.min(50_000_000, events / EVENTS_PER_RELATIONSHIP / BANKS_PER_FIRM));
    return new HistoryConfig(
        seed,
        events,
        200,
        firms,
        City.shipped().size(),
        Instant.parse("2019-01-01T00:00:00Z"),
        Duration.ofDays(5 * 365),
        12,
        Shares.USUAL);
  }

  /** The same with other shares. */
  public HistoryConfig withShares(Shares other) {
    return new HistoryConfig(seed, events, banks, firms, cities, start, span, withdrawals, other);
  }

  private static void atLeast(String field, long value, long least) {
    if (value < least) {
      throw wrong(field, value, "at least " + least);
    }
  }

  private static IllegalArgumentException wrong(String field, Object value, String right) {
    return new IllegalArgumentException(field + ": " + value + ", should be " + right);
  }
}
