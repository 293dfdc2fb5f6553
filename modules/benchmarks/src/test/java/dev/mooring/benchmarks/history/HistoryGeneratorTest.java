package dev.mooring.benchmarks.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mooring.contract.EventValidator;
import dev.mooring.contract.event.Event;
import dev.mooring.contract.event.EventType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.NoSuchElementException;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HistoryGeneratorTest {

  private static final SpecificDatumWriter<Event> WRITER = new SpecificDatumWriter<>(Event.class);

  @Test
  void shouldGiveTheSameBytesOnEveryMachine() throws Exception {
    // given: figures are comparable only as long as the history is the same; a new digest makes
    // every earlier one stale
    String frozen = "60e3730179837e1ed2af69214aa5a6b590bbab34d66bfd5f63ecca85d3969868";

    // when
    String digest = digest(new HistoryGenerator(HistoryConfig.of(1, 20_000)));

    // then
    assertThat(digest).isEqualTo(frozen);
  }

  @Test
  void shouldDifferWithTheSeed() throws Exception {
    // given
    HistoryConfig one = HistoryConfig.of(1, 100);
    HistoryConfig other = HistoryConfig.of(2, 100);

    // then
    assertThat(digest(new HistoryGenerator(one))).isNotEqualTo(digest(new HistoryGenerator(other)));
  }

  @Test
  void shouldGiveValidEventsOnly() {
    // given
    HistoryGenerator history = new HistoryGenerator(HistoryConfig.of(3, 50_000));

    // then
    history.forEachRemaining(
        event -> assertThat(EventValidator.problems(event)).as(event.toString()).isEmpty());
  }

  @Test
  void shouldGiveEventsInTheOrderOfTheirPublication() {
    // given
    HistoryGenerator history = new HistoryGenerator(HistoryConfig.of(4, 50_000));
    Instant before = Instant.MIN;

    while (history.hasNext()) {
      // when
      history.next();

      // then
      assertThat(history.publishedAt()).isAfterOrEqualTo(before);
      before = history.publishedAt();
    }
  }

  @Test
  void shouldEndAfterTheNumberOfEventsThatWasAskedFor() {
    // given
    HistoryGenerator history = new HistoryGenerator(HistoryConfig.of(5, 10));

    // when
    for (int i = 0; i < 10; i++) {
      history.next();
    }

    // then
    assertThat(history.hasNext()).isFalse();
    assertThatThrownBy(history::next)
        .isInstanceOf(NoSuchElementException.class)
        .hasMessageContaining("10 events");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 10, 100, 1_000, 10_000})
  void shouldEndBeforeItIsRejectedAsFuture(int events) {
    for (int seed = 0; seed < 50; seed++) {
      // given: five years from 2019 on, more or less
      HistoryGenerator history = new HistoryGenerator(HistoryConfig.of(seed, events));

      // then
      history.forEachRemaining(
          event -> assertThat(event.getOccurredAt()).isBefore("2026-07-01T00:00:00Z"));
    }
  }

  @Test
  void shouldHoldOpenRelationshipsOnly() {
    // given
    HistoryGenerator history = new HistoryGenerator(HistoryConfig.of(6, 200_000));
    int most = 0;

    // when
    while (history.hasNext()) {
      history.next();
      most = Math.max(most, history.open());
    }

    // then: a fifth of the 22,000 relationships or so
    assertThat(most).isBetween(1_000, 6_000);
  }

  @Test
  void shouldHaveEveryTypeOfEvent() {
    // given
    HistoryGenerator history = new HistoryGenerator(HistoryConfig.of(8, 20_000));
    Census census = Census.of(history);

    // then
    assertThat(census.types.keySet()).containsExactlyInAnyOrder(Details.known(EventType.values()));
    assertThat(census.types.get(EventType.BANK_WITHDREW)).isBetween(12, 15);
  }

  private static String digest(HistoryGenerator history)
      throws IOException, NoSuchAlgorithmException {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(body, null);
    while (history.hasNext()) {
      WRITER.write(history.next(), encoder);
      digest.update(body.toByteArray());
      body.reset();
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
