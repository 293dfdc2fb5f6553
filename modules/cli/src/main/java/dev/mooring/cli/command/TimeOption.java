package dev.mooring.cli.command;

import dev.mooring.cli.settings.SettingsException;
import dev.mooring.contract.codec.EventTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A time as options take it: an instant, a date, a month, or how long ago. A date or month is the
 * whole of it, in UTC.
 *
 * @param start its first instant
 * @param end the instant after its last; the same as the start for an instant
 */
record TimeOption(Instant start, Instant end) {

  private static final Pattern AGO = Pattern.compile("(?<amount>\\d{1,6})(?<unit>[dhm])");

  /**
   * Reads a time.
   *
   * @throws SettingsException naming the option, the value, and what would be right
   */
  static TimeOption parse(String option, String text, Clock clock) {
    return ago(text, clock)
        .or(() -> EventTime.parse(text).map(TimeOption::whole))
        .orElseThrow(
            () ->
                new SettingsException(
                    "%s: '%s' %s, or how long ago, such as 3d, 12h or 30m"
                        .formatted(option, text, EventTime.FORMS)));
  }

  private static Optional<TimeOption> ago(String text, Clock clock) {
    var matcher = AGO.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    long amount = Long.parseLong(matcher.group("amount"));
    Duration ago =
        switch (matcher.group("unit")) {
          case "d" -> Duration.ofDays(amount);
          case "h" -> Duration.ofHours(amount);
          default -> Duration.ofMinutes(amount);
        };
    Instant then = clock.instant().minus(ago);
    return Optional.of(new TimeOption(then, then));
  }

  private static TimeOption whole(EventTime time) {
    LocalDate day = LocalDate.ofInstant(time.instant(), ZoneOffset.UTC);
    Instant end =
        switch (time.precision()) {
          case DAY -> startOf(day.plusDays(1));
          case MONTH -> startOf(day.plusMonths(1));
          default -> time.instant();
        };
    return new TimeOption(time.instant(), end);
  }

  private static Instant startOf(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
