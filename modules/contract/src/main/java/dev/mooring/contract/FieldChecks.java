package dev.mooring.contract;

import dev.mooring.contract.event.Precision;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** Checks of single fields; what is absent passes. */
final class FieldChecks {

  private static final long DAY_MILLIS = 86_400_000L;

  private FieldChecks() {}

  static void checkSlug(String field, String value, List<Problem> problems) {
    if (value != null && !Formats.isSlug(value)) {
      String message =
          "should be a slug such as za-bank: a-z, 0-9 and single hyphens between them, at most "
              + Formats.SLUG_LENGTH
              + " characters";
      problems.add(new Problem(field, value, message));
    }
  }

  static void checkTime(String field, Instant time, Precision precision, List<Problem> problems) {
    if (time == null) {
      return;
    }
    if (time.isBefore(EventValidator.EARLIEST) || time.isAfter(EventValidator.LATEST)) {
      problems.add(new Problem(field, time.toString(), "should be in the years 1 to 9999"));
    } else if (precision == Precision.DAY && !startsDay(time)) {
      problems.add(new Problem(field, time.toString(), "should be the start of a UTC day"));
    } else if (precision == Precision.MONTH && !startsMonth(time)) {
      problems.add(new Problem(field, time.toString(), "should be the start of a UTC month"));
    }
  }

  private static boolean startsDay(Instant time) {
    return Math.floorMod(time.toEpochMilli(), DAY_MILLIS) == 0;
  }

  private static boolean startsMonth(Instant time) {
    return startsDay(time) && time.atOffset(ZoneOffset.UTC).getDayOfMonth() == 1;
  }

  static void checkText(String field, String text, int limit, List<Problem> problems) {
    if (text == null) {
      return;
    }
    if (text.length() > limit && text.codePointCount(0, text.length()) > limit) {
      problems.add(tooLong(field, text, text.codePointCount(0, text.length()), limit));
    }
    if (!Formats.isWellFormed(text)) {
      problems.add(new Problem(field, text, "should have no surrogate without its partner"));
    }
  }

  static Problem tooLong(String field, String text, int length, int limit) {
    String message = "has %d characters, should have at most %d".formatted(length, limit);
    return new Problem(field, text, message);
  }
}
