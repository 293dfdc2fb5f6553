package dev.mooring.cli;

import static dev.mooring.cli.RealStack.event;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mooring.contract.Topics;
import dev.mooring.contract.event.Event;
import dev.mooring.publisher.InvalidEventException;
import dev.mooring.publisher.Receipt;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the publisher sends to a real broker, and what it does not. */
@ExtendWith(SharedStack.class)
class PublisherOnStackTest {

  private final RealStack stack;

  PublisherOnStackTest(RealStack stack) {
    this.stack = stack;
  }

  @Test
  void shouldSendAnEventInItsFormUnderItsKeyWithHeadersAndTheTimeOfTheClock() {
    // given an event as people write it
    Event event =
        event("AB058834-5A65-51CF-9988-647AE43B5E12", "\"city\":\"singapore\",\"revision\":2");

    // when
    Receipt receipt = stack.publish(event).join();

    // then
    ConsumerRecord<String, byte[]> record = read(receipt);
    assertThat(record.key()).isEqualTo("za-bank/osl");
    assertThat(receipt.partition()).isEqualTo(partitionOf("za-bank/osl"));
    assertThat(record.timestamp()).isEqualTo(RealStack.NOW.toEpochMilli());
    assertThat(headers(record))
        .containsOnly(
            Map.entry("ce_specversion", "1.0"),
            Map.entry("ce_id", "ab058834-5a65-51cf-9988-647ae43b5e12/2"),
            Map.entry("ce_source", "urn:test"),
            Map.entry("ce_type", "dev.mooring.event.ACCOUNT_OPENED"),
            Map.entry("ce_time", "2023-04-11T00:00:00Z"),
            Map.entry("content-type", "application/avro"));
    assertThat(stack.events())
        .filteredOn(found -> found.getId().startsWith("ab058834"))
        .singleElement()
        .satisfies(found -> assertThat(found.getCountry()).isEqualTo("SG"));
  }

  @Test
  void shouldFailTheFutureOfAWrongEventAndSendNothing() {
    Event event = event("cd058834-5a65-51cf-9988-647ae43b5e12", "\"city\":\"hongkong\"");

    CompletableFuture<Receipt> receipt = stack.publish(event);

    assertThatThrownBy(receipt::join)
        .hasCauseInstanceOf(InvalidEventException.class)
        .hasMessageContaining("hong-kong");
    assertThat(stack.events()).noneMatch(found -> found.getId().startsWith("cd058834"));
  }

  private ConsumerRecord<String, byte[]> read(Receipt receipt) {
    TopicPartition partition = new TopicPartition(Topics.EVENTS.name(), receipt.partition());
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", stack.bootstrapServers()),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      consumer.assign(List.of(partition));
      consumer.seek(partition, receipt.offset());
      return consumer.poll(Duration.ofSeconds(30)).iterator().next();
    }
  }

  private static Map<String, String> headers(ConsumerRecord<?, ?> record) {
    Map<String, String> headers = new java.util.TreeMap<>();
    for (Header header : record.headers()) {
      headers.put(header.key(), new String(header.value(), UTF_8));
    }
    return headers;
  }

  private static int partitionOf(String key) {
    return Utils.toPositive(Utils.murmur2(key.getBytes(UTF_8))) % Topics.EVENTS.partitions();
  }
}
