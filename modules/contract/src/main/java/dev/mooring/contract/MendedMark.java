package dev.mooring.contract;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The mark of a dead letter that was mended: a record without a value that lies behind the letter
 * in its partition. All that it says is in headers.
 *
 * @param letter the letter, in the rejected topic
 * @param origin the record that was rejected. Whatever tells of that record is mended with it: it
 *     may have been rejected again when the events were read anew
 * @param eventId the event that was published instead
 * @param published where that lies
 * @param at when it was published
 */
public record MendedMark(
    LogPlace letter, LogPlace origin, String eventId, LogPlace published, Instant at) {

  private static final String PARTITION = "mooring.mended.partition";
  private static final String OFFSET = "mooring.mended.offset";
  private static final String ORIGIN = "mooring.mended.origin";
  private static final String ID = "mooring.mended.id";
  private static final String PUBLISHED = "mooring.mended.published";
  private static final String AT = "mooring.mended.at";

  /** What the mark says, by the names of its headers. */
  public Map<String, String> headers() {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put(PARTITION, Integer.toString(letter.partition()));
    headers.put(OFFSET, Long.toString(letter.offset()));
    headers.put(ORIGIN, origin.toString());
    headers.put(ID, eventId);
    headers.put(PUBLISHED, published.toString());
    headers.put(AT, at.toString());
    return headers;
  }

  /**
   * Reads a mark; empty when the headers are of none.
   *
   * @param header gives the text of a header by its name
   */
  public static Optional<MendedMark> read(Function<String, Optional<String>> header) {
    Optional<String> partition = header.apply(PARTITION);
    Optional<LogPlace> letter =
        header
            .apply(OFFSET)
            .filter(offset -> partition.isPresent())
            .flatMap(
                offset -> LogPlace.parse(Topics.REJECTED.name(), partition.get() + ":" + offset));
    Optional<LogPlace> origin = header.apply(ORIGIN).flatMap(LogPlace::parse);
    Optional<LogPlace> published = header.apply(PUBLISHED).flatMap(LogPlace::parse);
    Optional<Instant> at = header.apply(AT).flatMap(MendedMark::instant);
    Optional<String> id = header.apply(ID);
    return letter.isPresent()
            && origin.isPresent()
            && published.isPresent()
            && at.isPresent()
            && id.isPresent()
        ? Optional.of(
            new MendedMark(letter.get(), origin.get(), id.get(), published.get(), at.get()))
        : Optional.empty();
  }

  private static Optional<Instant> instant(String text) {
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeException noInstant) {
      return Optional.empty();
    }
  }
}
