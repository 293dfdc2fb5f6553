package dev.mooring.view;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.contract.LogPlace;
import dev.mooring.contract.MendedMark;
import dev.mooring.contract.Problem;
import dev.mooring.contract.Topics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class LetterReaderTest {

  private final LetterReader reader = new LetterReader();

  @Test
  void shouldReadWhatTheTopologyWrote() {
    Rejected letter =
        reader.read(
            letter(
                "mooring.reason", "INVALID",
                "mooring.problems", "[{\"field\":\"revision\",\"value\":\"0\",\"message\":\"m\"}]",
                "__streams.errors.exception", "INVALID",
                "__streams.errors.message", "revision '0' m",
                "__streams.errors.topic", "mooring.events.v1",
                "__streams.errors.partition", "3",
                "__streams.errors.offset", "5000000000"));

    assertThat(letter.recorded()).isEqualTo(Instant.ofEpochMilli(12));
    assertThat(letter.reason()).isEqualTo("INVALID");
    assertThat(letter.problems()).containsExactly(new Problem("revision", "0", "m"));
    assertThat(letter.topic()).isEqualTo("mooring.events.v1");
    assertThat(letter.partition()).isEqualTo(3);
    assertThat(letter.offset()).isEqualTo(5_000_000_000L);
    assertThat(letter.key().orElseThrow()).isEqualTo("key".getBytes(UTF_8));
    assertThat(letter.value()).isEmpty();
    assertThat(letter.omitted()).isEmpty();
  }

  @Test
  void shouldReadTheLastLetterOfARecordThatWasSentAgain() {
    Rejected letter =
        reader.read(letter("mooring.reason", "INVALID", "mooring.reason", "WRONG_KEY"));

    assertThat(letter.reason()).isEqualTo("WRONG_KEY");
  }

  @Test
  void shouldReadLettersOfKafkaStreamsItself() {
    Rejected letter =
        reader.read(
            letter(
                "__streams.errors.exception", "java.lang.IllegalStateException",
                "__streams.errors.message", "no such thing",
                "__streams.errors.partition", "many"));

    assertThat(letter.reason()).isEqualTo("java.lang.IllegalStateException");
    assertThat(letter.problems()).containsExactly(new Problem("", null, "no such thing"));
    assertThat(letter.partition()).isEqualTo(-1);
    assertThat(letter.topic()).isEmpty();
  }

  @Test
  void shouldTellMarksFromLetters() {
    MendedMark mark =
        new MendedMark(
            new LogPlace(Topics.REJECTED.name(), 0, 3),
            new LogPlace(Topics.EVENTS.name(), 1, 4),
            "0d4f9f7e-5f0c-4f0e-9a55-0f6a3c1c0b11",
            new LogPlace(Topics.EVENTS.name(), 2, 5),
            Instant.EPOCH);
    List<String> headers = new ArrayList<>();
    mark.headers().forEach((name, text) -> headers.addAll(List.of(name, text)));

    assertThat(reader.mark(letter(headers.toArray(String[]::new)))).hasValue(mark);

    // and a record that was published with the headers of a mark, and rejected
    headers.addAll(List.of("mooring.reason", "UNDECODABLE"));
    assertThat(reader.mark(letter(headers.toArray(String[]::new)))).isEmpty();
  }

  @Test
  void shouldKeepTheHeadersOfTheRecord() {
    Rejected letter =
        reader.read(
            letter("ce_id", "a/1", "mooring.timestamp", "5", "__streams.errors.partition", "7"));

    assertThat(letter.headers()).extracting(Header::key).containsExactly("ce_id");
    assertThat(letter.published()).hasValue(Instant.ofEpochMilli(5));
  }

  @Test
  void shouldSurviveNumbersOfOthers() {
    Rejected letter =
        reader.read(
            letter(
                "__streams.errors.partition", "4294967296",
                "__streams.errors.offset", "-5",
                "mooring.timestamp", "-1"));

    assertThat(letter.partition()).isEqualTo(-1);
    assertThat(letter.hasOrigin()).isFalse();
    assertThat(letter.published()).isEmpty();
  }

  private static ConsumerRecord<byte[], byte[]> letter(String... headers) {
    Headers all = new RecordHeaders();
    for (int i = 0; i < headers.length; i += 2) {
      all.add(headers[i], headers[i + 1].getBytes(UTF_8));
    }
    return new ConsumerRecord<>(
        Topics.REJECTED.name(),
        0,
        7,
        12,
        TimestampType.LOG_APPEND_TIME,
        3,
        -1,
        "key".getBytes(UTF_8),
        null,
        all,
        java.util.Optional.empty());
  }
}
