package dev.mooring.registry;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;

/** A server answered that it cannot do now what it was asked. */
final class PassingTrouble extends IOException {

  private static final long serialVersionUID = 1L;

  private final transient Duration retryAfter;

  PassingTrouble(String message, Duration retryAfter) {
    super(message);
    this.retryAfter = retryAfter;
  }

  /** How long it asked to be left alone; zero when it did not say. */
  Duration retryAfter() {
    return retryAfter == null ? Duration.ZERO : retryAfter;
  }

  /** The time that a {@code Retry-After} means: seconds, or a date; zero for anything else. */
  static Duration parseRetryAfter(String text, Instant now) {
    String stripped = text.strip();
    if (stripped.matches("\\d{1,9}")) {
      return Duration.ofSeconds(Long.parseLong(stripped));
    }
    try {
      Instant date =
          ZonedDateTime.parse(stripped, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return date.isAfter(now) ? Duration.between(now, date) : Duration.ZERO;
    } catch (DateTimeParseException none) {
      return Duration.ZERO;
    }
  }
}
