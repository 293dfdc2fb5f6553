package dev.mooring.view;

import dev.mooring.contract.EventValidator;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** What a query asks, in the numbers of the columns. */
final class EventMatcher {

  private static final int ANY = Integer.MIN_VALUE;

  private final EventRows rows;
  private final boolean latestOnly;
  private final int bank;
  private final int firm;
  private final int city;
  private final int country;
  private final long types;
  private final long statuses;
  private final long cityBases;
  private final long dateBases;
  private final long precisions;
  private final long from;
  private final long to;

  EventMatcher(EventQuery query, EventColumns columns, EventRows rows) {
    this.rows = rows;
    this.latestOnly = query.latestOnly();
    this.bank = number(query.bank(), columns.banks);
    this.firm = number(query.firm(), columns.firms);
    this.city = number(query.city(), columns.cities);
    this.country = number(query.country(), columns.countries);
    this.types = EnumNumbers.TYPES.bits(query.types());
    this.statuses = EnumNumbers.STATUSES.bits(query.statuses());
    EventQuery.Exactness exactness = query.exactness();
    this.cityBases = EnumNumbers.CITY_BASES.bits(exactness.cityBases());
    this.dateBases = EnumNumbers.DATE_BASES.bits(exactness.dateBases());
    this.precisions = EnumNumbers.PRECISIONS.bits(exactness.precisions());
    this.from = query.from().map(EventMatcher::firstMilli).orElse(Long.MIN_VALUE);
    this.to = query.to().map(EventMatcher::firstMilli).orElse(Long.MAX_VALUE);
  }

  boolean matches(EventChunk chunk, int at) {
    return (bank == ANY || chunk.bank[at] == bank)
        && (firm == ANY || chunk.firm[at] == firm)
        && (city == ANY || chunk.city[at] == city)
        && (country == ANY || chunk.country[at] == country)
        && (types >>> chunk.type[at] & 1) == 1
        && (statuses >>> chunk.status[at] & 1) == 1
        && matchesExactness(chunk, at)
        && chunk.occurredAt[at] >= from
        && chunk.occurredAt[at] < to
        && (!latestOnly || rows.isLatest(chunk, at));
  }

  private boolean matchesExactness(EventChunk chunk, int at) {
    return (cityBases >>> chunk.cityBasis[at] & 1) == 1
        && (dateBases >>> chunk.dateBasis[at] & 1) == 1
        && (precisions >>> chunk.precision[at] & 1) == 1;
  }

  private static int number(Optional<String> text, Dictionary numbers) {
    return text.map(numbers::find).orElse(ANY);
  }

  /** The first whole millisecond that is not before an instant; no event is beyond the limits. */
  private static long firstMilli(Instant instant) {
    if (instant.isBefore(EventValidator.EARLIEST)) {
      return Long.MIN_VALUE;
    }
    if (instant.isAfter(EventValidator.LATEST)) {
      return Long.MAX_VALUE;
    }
    boolean whole = instant.truncatedTo(ChronoUnit.MILLIS).equals(instant);
    return instant.toEpochMilli() + (whole ? 0 : 1);
  }
}
