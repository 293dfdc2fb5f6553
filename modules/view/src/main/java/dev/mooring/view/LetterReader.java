package dev.mooring.view;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mooring.contract.LogPlace;
import dev.mooring.contract.MendedMark;
import dev.mooring.contract.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * Reads dead letters and their marks: Mooring's own, and those of Kafka Streams (KIP-1034), whose
 * headers of the origin have the same names. What a letter does not tell is empty, or -1.
 */
final class LetterReader {

  private static final String KAFKA = "__streams.errors.";
  private static final String REASON = "mooring.reason";

  private final ObjectMapper json = new ObjectMapper();

  /**
   * The mark that a record is, if it is one. A record that was published with the headers of a mark
   * is none: its letter has a reason.
   */
  Optional<MendedMark> mark(ConsumerRecord<byte[], byte[]> record) {
    boolean letter =
        record.value() != null
            || header(record, REASON).isPresent()
            || header(record, KAFKA + "exception").isPresent();
    return letter ? Optional.empty() : MendedMark.read(name -> header(record, name));
  }

  Rejected read(ConsumerRecord<byte[], byte[]> letter) {
    Optional<String> exception = header(letter, KAFKA + "exception");
    return new Rejected(
        new LogPlace(letter.topic(), letter.partition(), letter.offset()),
        Instant.ofEpochMilli(letter.timestamp()),
        header(letter, REASON).or(() -> exception).orElse(""),
        problems(letter),
        new LogPlace(
            header(letter, KAFKA + "topic").orElse(""),
            (int) number(letter, KAFKA + "partition", Integer.MAX_VALUE),
            number(letter, KAFKA + "offset", Long.MAX_VALUE)),
        Optional.of(number(letter, "mooring.timestamp", Long.MAX_VALUE))
            .filter(time -> time >= 0)
            .map(Instant::ofEpochMilli),
        Optional.ofNullable(letter.key()),
        Optional.ofNullable(letter.value()),
        received(letter.headers()),
        header(letter, "mooring.omitted"),
        Optional.empty());
  }

  /** The headers of the record itself. */
  static List<Header> received(Iterable<Header> headers) {
    return StreamSupport.stream(headers.spliterator(), false)
        .filter(header -> !header.key().startsWith(KAFKA))
        .filter(header -> !header.key().startsWith("mooring."))
        .toList();
  }

  private List<Problem> problems(ConsumerRecord<byte[], byte[]> letter) {
    try {
      Optional<String> problems = header(letter, "mooring.problems");
      if (problems.isPresent()) {
        return json.readValue(problems.get(), new TypeReference<List<Problem>>() {});
      }
    } catch (JsonProcessingException notOurs) {
      // the message says it too
    }
    return header(letter, KAFKA + "message").stream()
        .map(message -> new Problem("", null, message))
        .toList();
  }

  private static long number(ConsumerRecord<byte[], byte[]> letter, String name, long most) {
    try {
      long number = header(letter, name).map(Long::parseLong).orElse(-1L);
      return number > most ? -1 : number;
    } catch (NumberFormatException notOurs) {
      return -1;
    }
  }

  /** The last one counts: a record that was sent again brings the headers of its first letter. */
  private static Optional<String> header(ConsumerRecord<byte[], byte[]> letter, String name) {
    Header header = letter.headers().lastHeader(name);
    return header == null || header.value() == null
        ? Optional.empty()
        : Optional.of(new String(header.value(), UTF_8));
  }
}
