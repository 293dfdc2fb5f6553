package dev.mooring.contract.codec;

import dev.mooring.contract.event.Precision;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;

/**
 * The forms that nearly all times of a file have: {@code 2023-03-27T09:30:00Z}, with or without
 * milliseconds, {@code 2023-03-27} and {@code 2023-03}. The formatters of the JDK, which read
 * everything else, took a seventh of the time of publishing a file.
 */
final class PlainTime {

  private static final int MONTH = 7;
  private static final int DATE = 10;
  private static final int SECONDS = 20;
  private static final int MILLIS = 24;
  private static final int MOST_DAYS_OF_EVERY_MONTH = 28;

  private static final int NANOS_PER_MILLI = 1_000_000;
  private static final long SECONDS_PER_DAY = 86_400;

  /** From the year 0 on, before the year 10000: four digits and no sign. */
  private static final long FIRST_SECOND = Instant.parse("0000-01-01T00:00:00Z").getEpochSecond();

  private static final long END_SECOND = Instant.parse("+10000-01-01T00:00:00Z").getEpochSecond();

  private PlainTime() {}

  /** The same as {@link Instant#toString()}, which looks at every pattern that there may be. */
  static String text(Instant time) {
    long second = time.getEpochSecond();
    int millis = time.getNano() / NANOS_PER_MILLI;
    boolean whole = millis * NANOS_PER_MILLI == time.getNano();
    if (!whole || second < FIRST_SECOND || second >= END_SECOND) {
      return time.toString();
    }
    int ofDay = (int) Math.floorMod(second, SECONDS_PER_DAY);
    StringBuilder text = new StringBuilder(MILLIS);
    text.append(LocalDate.ofEpochDay(Math.floorDiv(second, SECONDS_PER_DAY)));
    two(text.append('T'), ofDay / 3_600);
    two(text.append(':'), ofDay / 60 % 60);
    two(text.append(':'), ofDay % 60);
    if (millis > 0) {
      two(text.append('.').append((char) ('0' + millis / 100)), millis % 100);
    }
    return text.append('Z').toString();
  }

  private static void two(StringBuilder text, int number) {
    text.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
  }

  /** The time, or null when the text has another form or may be no time at all. */
  static EventTime parse(String text) {
    return switch (text.length()) {
      case MONTH ->
          hasMonth(text)
              ? new EventTime(
                  instant(number(text, 0, 4), number(text, 5, 2), 1, 0, 0), Precision.MONTH)
              : null;
      case DATE -> hasDate(text) ? new EventTime(instant(text, 0, 0), Precision.DAY) : null;
      case SECONDS -> hasTime(text, 'Z') ? exact(text, 0) : null;
      case MILLIS ->
          hasTime(text, '.') && text.charAt(MILLIS - 1) == 'Z' && areDigits(text, 20, 3)
              ? exact(text, number(text, 20, 3))
              : null;
      default -> null;
    };
  }

  private static EventTime exact(String text, int millis) {
    int seconds = (number(text, 11, 2) * 60 + number(text, 14, 2)) * 60 + number(text, 17, 2);
    return new EventTime(instant(text, seconds, millis), Precision.INSTANT);
  }

  private static Instant instant(String text, int seconds, int millis) {
    return instant(number(text, 0, 4), number(text, 5, 2), number(text, 8, 2), seconds, millis);
  }

  private static Instant instant(int year, int month, int day, int seconds, int millis) {
    long days = LocalDate.of(year, month, day).toEpochDay();
    return Instant.ofEpochSecond(days * 86_400 + seconds, millis * 1_000_000L);
  }

  private static boolean hasMonth(String text) {
    return areDigits(text, 0, 4)
        && text.charAt(4) == '-'
        && areDigits(text, 5, 2)
        && isDay(number(text, 0, 4), number(text, 5, 2), 1);
  }

  private static boolean hasDate(String text) {
    return hasMonth(text)
        && text.charAt(7) == '-'
        && areDigits(text, 8, 2)
        && isDay(number(text, 0, 4), number(text, 5, 2), number(text, 8, 2));
  }

  private static boolean isDay(int year, int month, int day) {
    return month >= 1
        && month <= 12
        && day >= 1
        && (day <= MOST_DAYS_OF_EVERY_MONTH || day <= YearMonth.of(year, month).lengthOfMonth());
  }

  private static boolean hasTime(String text, char end) {
    return hasDate(text)
        && text.charAt(10) == 'T'
        && isBelow(text, 11, 24)
        && text.charAt(13) == ':'
        && isBelow(text, 14, 60)
        && text.charAt(16) == ':'
        && isBelow(text, 17, 60)
        && text.charAt(19) == end;
  }

  private static boolean isBelow(String text, int from, int limit) {
    return areDigits(text, from, 2) && number(text, from, 2) < limit;
  }

  private static boolean areDigits(String text, int from, int count) {
    for (int i = from; i < from + count; i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  private static int number(String text, int from, int count) {
    int number = 0;
    for (int i = from; i < from + count; i++) {
      number = 10 * number + text.charAt(i) - '0';
    }
    return number;
  }
}
