package dev.mooring.view;

import dev.mooring.contract.LogPlace;
import dev.mooring.contract.MendedMark;
import dev.mooring.contract.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.header.Header;

/**
 * A dead letter: a record that the topology took for no event.
 *
 * @param letter where the letter lies, by which it is named
 * @param recorded when it was rejected
 * @param reason why, in one word such as INVALID
 * @param problems all that is wrong with it
 * @param origin where it was published; the topic is empty and the numbers are -1 when the letter
 *     does not tell
 * @param published when it was published, by its record; empty when the letter does not tell
 * @param key what was received; empty when there was none, or when it was too large for a letter
 * @param value likewise
 * @param headers likewise, without those that tell of the rejection
 * @param omitted what was too large for the letter, and where it is; empty when nothing was
 * @param mended how it was mended; empty while it is open
 */
public record Rejected(
    LogPlace letter,
    Instant recorded,
    String reason,
    List<Problem> problems,
    LogPlace origin,
    Optional<Instant> published,
    Optional<byte[]> key,
    Optional<byte[]> value,
    List<Header> headers,
    Optional<String> omitted,
    Optional<MendedMark> mended) {

  public Rejected {
    problems = List.copyOf(problems);
    headers = List.copyOf(headers);
  }

  /** Where it was published. */
  public String topic() {
    return origin.topic();
  }

  /** Where it was published. */
  public int partition() {
    return origin.partition();
  }

  /** Where it was published. */
  public long offset() {
    return origin.offset();
  }

  /** Whether the letter tells where the record was published. */
  public boolean hasOrigin() {
    return origin.partition() >= 0 && origin.offset() >= 0;
  }

  /** The same letter, mended. */
  public Rejected with(MendedMark mark) {
    return new Rejected(
        letter,
        recorded,
        reason,
        problems,
        origin,
        published,
        key,
        value,
        headers,
        omitted,
        Optional.of(mark));
  }

  /** The same letter without what was received. */
  public Rejected withoutBody() {
    return new Rejected(
        letter,
        recorded,
        reason,
        problems,
        origin,
        published,
        key,
        Optional.empty(),
        List.of(),
        omitted,
        mended);
  }

  /** The same letter, whole: with what was too large for it. */
  Rejected with(Optional<byte[]> fullKey, Optional<byte[]> fullValue, List<Header> all) {
    return new Rejected(
        letter,
        recorded,
        reason,
        problems,
        origin,
        published,
        fullKey,
        fullValue,
        all,
        Optional.empty(),
        mended);
  }

  /**
   * What the letter tells of: a record that was read again, and rejected again for the same reason,
   * is told of once.
   */
  Subject subject() {
    return new Subject(hasOrigin() ? origin : letter, reason);
  }

  /** A record and why it was rejected. */
  record Subject(LogPlace place, String reason) {}
}
