package dev.mooring.view;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mooring.contract.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * Reads dead letters: Mooring's own, and those of Kafka Streams (KIP-1034), whose headers of the
 * origin have the same names. What a letter does not tell is empty, or -1.
 */
final class LetterReader {

  private static final String KAFKA = "__streams.errors.";

  private final ObjectMapper json = new ObjectMapper();

  Rejected read(ConsumerRecord<byte[], byte[]> letter) {
    Optional<String> exception = header(letter, KAFKA + "exception");
    return new Rejected(
        Instant.ofEpochMilli(letter.timestamp()),
        header(letter, "mooring.reason").or(() -> exception).orElse(""),
        problems(letter),
        header(letter, KAFKA + "topic").orElse(""),
        (int) number(letter, KAFKA + "partition"),
        number(letter, KAFKA + "offset"),
        Optional.ofNullable(letter.key()),
        Optional.ofNullable(letter.value()),
        header(letter, "mooring.omitted"));
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

  private static long number(ConsumerRecord<byte[], byte[]> letter, String name) {
    try {
      return header(letter, name).map(Long::parseLong).orElse(-1L);
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
