package dev.mooring.cli.publish;

import dev.mooring.cli.settings.SettingsException;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How fast history is played.
 *
 * @param perSecond so much of history passes in a second
 */
public record Pace(Duration perSecond) {

  private static final Pattern FORM = Pattern.compile("(?<amount>\\d{1,6})(?<unit>[dhm])/s");

  /**
   * Reads a pace such as {@code 90d/s}.
   *
   * @throws SettingsException naming the option, the value, and what would be right
   */
  public static Pace parse(String option, String text) {
    Matcher matcher = FORM.matcher(text);
    long amount = matcher.matches() ? Long.parseLong(matcher.group("amount")) : 0;
    if (amount == 0) {
      throw new SettingsException(
          "%s: '%s' should be how much of history passes in a second, in days, hours or minutes: 90d/s, 12h/s or 30m/s"
              .formatted(option, text));
    }
    return new Pace(
        switch (matcher.group("unit")) {
          case "d" -> Duration.ofDays(amount);
          case "h" -> Duration.ofHours(amount);
          default -> Duration.ofMinutes(amount);
        });
  }

  /** The real time that a stretch of history takes, in nanoseconds. */
  long nanosOf(Duration history) {
    return (long) ((double) history.toMillis() / perSecond.toMillis() * 1e9);
  }
}
