package dev.mooring.server;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;

/** Times in a query: an instant, a day or a month, all UTC unless an offset is given. */
final class Times {

  private Times() {}

  /** When it begins. */
  static Instant begin(String name, String text) {
    return parse(name, text, false);
  }

  /** When it has ended: of a day or month the begin of the next, of an instant itself. */
  static Instant end(String name, String text) {
    return parse(name, text, true);
  }

  private static Instant parse(String name, String text, boolean end) {
    try {
      return switch (text.length()) {
        case 7 -> {
          YearMonth month = YearMonth.parse(text);
          yield start((end ? month.plusMonths(1) : month).atDay(1));
        }
        case 10 -> {
          LocalDate day = LocalDate.parse(text);
          yield start(end ? day.plusDays(1) : day);
        }
        default -> OffsetDateTime.parse(text).toInstant();
      };
    } catch (DateTimeParseException malformed) {
      throw HttpProblem.badRequest(
          "%s: '%s', should be a time such as 2023-03-27T09:30:00Z, 2023-03-27 or 2023-03"
              .formatted(name, text));
    }
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
