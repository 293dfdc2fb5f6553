package dev.mooring.systemtests.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.contract.Topics;
import dev.mooring.contract.event.Event;
import dev.mooring.contract.event.EventType;
import dev.mooring.devstack.DevStack;
import dev.mooring.devstack.DevStackConfig;
import dev.mooring.registry.AvroDeserializer;
import dev.mooring.registry.AvroSerializer;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The serdes, named in the configuration of real Kafka clients, over a real broker and registry.
 */
class AvroOverKafkaTest {

  private static final Instant OCCURRED_AT = Instant.parse("2023-04-11T00:00:00Z");

  @TempDir private Path directory;

  @Test
  void shouldCarryAnEventThatPlainAvroReadsToo() throws Exception {
    try (DevStack stack = DevStack.start(DevStackConfig.in(directory, 0, 0))) {
      // given
      Event event = event();
      createEventsTopic(stack);

      // when
      send(stack, event);

      // then
      ConsumerRecord<String, Object> read = read(stack, AvroDeserializer.class);
      assertThat(read.value()).isEqualTo(event);
      byte[] bytes = (byte[]) read(stack, ByteArrayDeserializer.class).value();
      GenericRecord plain = plainly(bytes);
      assertThat(plain.get("id")).hasToString(event.getId());
      assertThat(plain.get("type")).hasToString("ACCOUNT_OPENED");
      assertThat(plain.get("occurredAt")).isEqualTo(OCCURRED_AT.toEpochMilli());
      assertThat(plain.get("note")).hasToString("開戶");
    }
  }

  private static Event event() {
    return Event.newBuilder()
        .setId("6f1f7f0e-0c0a-4b43-9f6e-1f2f0a1b2c3d")
        .setType(EventType.ACCOUNT_OPENED)
        .setBank("za-bank")
        .setFirm("osl")
        .setCity("hong-kong")
        .setOccurredAt(OCCURRED_AT)
        .setReportedAt(OCCURRED_AT)
        .setSource("test")
        .setNote("開戶")
        .build();
  }

  private static void createEventsTopic(DevStack stack) throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", stack.bootstrapServers()))) {
      admin.createTopics(List.of(new NewTopic(Topics.EVENTS.name(), 1, (short) 1))).all().get();
    }
  }

  private static Map<String, Object> settings(DevStack stack, Map<String, Object> more) {
    Map<String, Object> settings = new HashMap<>(more);
    settings.put("bootstrap.servers", stack.bootstrapServers());
    settings.put("schema.registry.url", stack.registryUrl());
    return settings;
  }

  private static void send(DevStack stack, Event event) throws Exception {
    Map<String, Object> settings =
        settings(
            stack,
            Map.of(
                "key.serializer", StringSerializer.class.getName(),
                "value.serializer", AvroSerializer.class.getName()));
    try (var producer = new KafkaProducer<String, Object>(settings)) {
      producer.send(new ProducerRecord<>(Topics.EVENTS.name(), "za-bank/osl", event)).get();
    }
  }

  private static ConsumerRecord<String, Object> read(DevStack stack, Class<?> deserializer) {
    Map<String, Object> settings =
        settings(
            stack,
            Map.of(
                "key.deserializer", StringDeserializer.class.getName(),
                "value.deserializer", deserializer.getName(),
                "specific.avro.reader", "true"));
    try (var consumer = new KafkaConsumer<String, Object>(settings)) {
      List<TopicPartition> partitions = List.of(new TopicPartition(Topics.EVENTS.name(), 0));
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      return Awaitility.await()
          .pollInSameThread()
          .until(() -> consumer.poll(Duration.ofMillis(100)), records -> !records.isEmpty())
          .iterator()
          .next();
    }
  }

  /** With Avro and nothing of Mooring's but the schema. */
  private static GenericRecord plainly(byte[] bytes) throws Exception {
    assertThat(ByteBuffer.wrap(bytes).get()).isZero();
    var reader = new GenericDatumReader<GenericRecord>(Topics.EVENTS.schema().orElseThrow());
    return reader.read(null, DecoderFactory.get().binaryDecoder(bytes, 5, bytes.length - 5, null));
  }
}
