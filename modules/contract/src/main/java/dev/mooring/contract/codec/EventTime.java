package dev.mooring.contract.codec;

import dev.mooring.contract.event.Precision;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * A time as people write it: an instant with any offset, a date, or a month.
 *
 * @param instant of a date or month its start in UTC; cut to milliseconds
 * @param precision INSTANT, DAY or MONTH
 */
public record EventTime(Instant instant, Precision precision) {

  /** What to write, for messages. */
  public static final String FORMS =
      "should be an instant with its offset, a date or a month, such as 2023-03-27T09:30:00Z,"
          + " 2023-03-27 or 2023-03";

  private static final int MONTH_LENGTH = 7;
  private static final int DATE_LENGTH = 10;

  /** Reads a time; empty when the text is none. */
  public static Optional<EventTime> parse(String text) {
    EventTime plain = PlainTime.parse(text);
    return plain == null ? parseByTheJdk(text) : Optional.of(plain);
  }

  static Optional<EventTime> parseByTheJdk(String text) {
    try {
      return Optional.of(
          switch (text.length()) {
            case MONTH_LENGTH ->
                new EventTime(start(YearMonth.parse(text).atDay(1)), Precision.MONTH);
            case DATE_LENGTH -> new EventTime(start(LocalDate.parse(text)), Precision.DAY);
            default -> new EventTime(instant(text), Precision.INSTANT);
          });
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /**
   * The time as text, with its precision. A time that is not the start of the day or month of which
   * its precision speaks is written as an instant, so that nothing is hidden.
   */
  public String text() {
    LocalDate day = instant.atOffset(ZoneOffset.UTC).toLocalDate();
    boolean startsDay = start(day).equals(instant);
    if (precision == Precision.DAY && startsDay) {
      return day.toString();
    }
    if (precision == Precision.MONTH && startsDay && day.getDayOfMonth() == 1) {
      return YearMonth.from(day).toString();
    }
    return text(instant);
  }

  /** An instant in UTC, as {@link Instant#toString()} writes it, but quicker. */
  public static String text(Instant instant) {
    return PlainTime.text(instant);
  }

  private static Instant instant(String text) {
    return OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MILLIS);
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
