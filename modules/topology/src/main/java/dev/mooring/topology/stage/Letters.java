package dev.mooring.topology.stage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mooring.contract.Problem;
import dev.mooring.topology.intake.Examined.Rejected;
import dev.mooring.topology.state.Letter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/**
 * Writes dead letters: reason, problems and origin go into headers. Those of the origin have the
 * names of Kafka Streams' own dead letters (KIP-1034), so that tools made for those read ours.
 */
final class Letters {

  private static final String KAFKA = "__streams.errors.";

  /** Below 1 MiB, the usual most of a request and of a topic's records. */
  private static final long MOST_BYTES = 900_000;

  private final ObjectMapper json = new ObjectMapper();

  Letter write(Record<byte[], byte[]> record, RecordMetadata origin, Rejected rejected) {
    Headers headers = about(new RecordHeaders(record.headers()), record, origin, rejected);
    Letter whole = new Letter(record.withHeaders(headers));
    return whole.size() <= MOST_BYTES ? whole : withoutBody(record, origin, rejected);
  }

  /** What was received stays where it was: the events topic keeps every record for ever. */
  private Letter withoutBody(
      Record<byte[], byte[]> record, RecordMetadata origin, Rejected rejected) {
    long bytes = new Letter(record).size();
    Headers headers =
        about(new RecordHeaders(), record, origin, rejected)
            .add(
                "mooring.omitted",
                bytes("key, value and headers, of " + bytes + " bytes: read them at their origin"));
    return new Letter(new Record<>(null, null, record.timestamp(), headers));
  }

  private Headers about(
      Headers headers, Record<byte[], byte[]> record, RecordMetadata origin, Rejected rejected) {
    String reason = rejected.reason().name();
    return headers
        .add("mooring.reason", bytes(reason))
        .add("mooring.problems", bytes(toJson(rejected.problems())))
        .add("mooring.timestamp", bytes(Long.toString(record.timestamp())))
        .add(KAFKA + "exception", bytes(reason))
        .add(KAFKA + "message", bytes(summary(rejected.problems())))
        .add(KAFKA + "topic", bytes(origin.topic()))
        .add(KAFKA + "partition", bytes(Integer.toString(origin.partition())))
        .add(KAFKA + "offset", bytes(Long.toString(origin.offset())));
  }

  private static String summary(List<Problem> problems) {
    return problems.stream().map(Problem::describe).collect(Collectors.joining("; "));
  }

  private String toJson(List<Problem> problems) {
    try {
      return json.writeValueAsString(problems);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot happen: problems are plain text", e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
