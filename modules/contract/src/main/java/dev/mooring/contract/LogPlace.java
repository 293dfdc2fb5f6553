package dev.mooring.contract;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a record lies for good.
 *
 * @param topic its topic
 * @param partition its partition
 * @param offset its place there
 */
public record LogPlace(String topic, int partition, long offset) {

  private static final Pattern WHOLE = Pattern.compile("([^:]+):(\\d{1,9}):(\\d{1,18})");
  private static final Pattern WITHIN = Pattern.compile("(\\d{1,9}):(\\d{1,18})");

  /** Reads {@code topic:partition:offset}; empty when the text is none. */
  public static Optional<LogPlace> parse(String text) {
    return of(WHOLE.matcher(text))
        .map(
            found ->
                new LogPlace(
                    found.group(1),
                    Integer.parseInt(found.group(2)),
                    Long.parseLong(found.group(3))));
  }

  /** Reads {@code partition:offset}; empty when the text is none. */
  public static Optional<LogPlace> parse(String topic, String text) {
    return of(WITHIN.matcher(text))
        .map(
            found ->
                new LogPlace(
                    topic, Integer.parseInt(found.group(1)), Long.parseLong(found.group(2))));
  }

  /** The place where all know the topic: {@code partition:offset}. */
  public String within() {
    return partition + ":" + offset;
  }

  @Override
  public String toString() {
    return topic + ":" + within();
  }

  private static Optional<Matcher> of(Matcher matcher) {
    return matcher.matches() ? Optional.of(matcher) : Optional.empty();
  }
}
