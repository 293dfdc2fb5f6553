package dev.mooring.metrics.oracle;

import dev.mooring.contract.event.Precision;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;

/** A time as people write it: an instant, a date or a month, with what is known of it. */
record Moment(Instant at, Precision precision) {

  static Moment parse(String text) {
    return switch (text.length()) {
      case 7 -> new Moment(startOf(YearMonth.parse(text).atDay(1)), Precision.MONTH);
      case 10 -> new Moment(startOf(LocalDate.parse(text)), Precision.DAY);
      default -> new Moment(OffsetDateTime.parse(text).toInstant(), Precision.INSTANT);
    };
  }

  private static Instant startOf(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
