package dev.mooring.systemtests.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mooring.devstack.BrokerConfig;
import dev.mooring.devstack.EmbeddedBroker;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FaultProxyTest {

  private static final String TOPIC = "proxied";
  private static final int RECORDS = 300;

  @TempDir private static Path directory;
  private static EmbeddedBroker broker;

  @BeforeAll
  static void startBroker() throws Exception {
    broker = EmbeddedBroker.start(new BrokerConfig(directory, 0));
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
      admin
          .createTopics(List.of(new NewTopic(TOPIC, Optional.of(1), Optional.empty())))
          .all()
          .get();
    }
  }

  @AfterAll
  static void stopBroker() {
    broker.close();
  }

  @Test
  void shouldLetAnIdempotentProducerWriteEachRecordOnceWhateverIsLost() throws Exception {
    // given
    RandomFaults faults =
        new RandomFaults(
            1,
            0.2,
            Map.of(
                ApiKeys.PRODUCE,
                List.of(
                    new Fault.CutBefore(),
                    new Fault.CutInResponse(),
                    new Fault.Delay(Duration.ofMillis(20)),
                    new Fault.Answer(Errors.NOT_LEADER_OR_FOLLOWER),
                    new Fault.AnswerAfterwards(Errors.REQUEST_TIMED_OUT))));
    long before = end();

    // when
    try (FaultProxy proxy = FaultProxy.before(broker.bootstrapServers());
        KafkaProducer<String, String> producer = producer(proxy)) {
      proxy.follow(faults);
      List<Future<?>> sent = new ArrayList<>();
      for (int i = 0; i < RECORDS; i++) {
        sent.add(producer.send(new ProducerRecord<>(TOPIC, Integer.toString(i))));
        producer.flush();
      }
      for (Future<?> each : sent) {
        each.get();
      }
    }

    // then
    assertThat(faults.happened()).hasSize(5);
    assertThat(valuesFrom(before))
        .containsExactlyElementsOf(
            IntStream.range(0, RECORDS).mapToObj(Integer::toString).toList());
  }

  @Test
  void shouldAnswerInTheBrokersPlace() throws Exception {
    // given
    long before = end();

    try (FaultProxy proxy = FaultProxy.before(broker.bootstrapServers());
        KafkaProducer<String, String> producer = producer(proxy)) {
      producer.send(new ProducerRecord<>(TOPIC, "first")).get();
      proxy.follow(
          api ->
              api == ApiKeys.PRODUCE
                  ? new Fault.Answer(Errors.INVALID_TOPIC_EXCEPTION)
                  : Fault.NONE);

      // when
      Future<?> refused = producer.send(new ProducerRecord<>(TOPIC, "refused"));

      // then
      assertThatThrownBy(refused::get).hasCauseInstanceOf(InvalidTopicException.class);
    }
    assertThat(valuesFrom(before)).containsExactly("first");
  }

  private static KafkaProducer<String, String> producer(FaultProxy proxy) {
    return new KafkaProducer<>(
        Map.of("bootstrap.servers", proxy.bootstrapServers(), "reconnect.backoff.max.ms", "50"),
        new StringSerializer(),
        new StringSerializer());
  }

  private static long end() {
    try (KafkaConsumer<String, String> consumer = consumer()) {
      return consumer.endOffsets(List.of(new TopicPartition(TOPIC, 0))).values().iterator().next();
    }
  }

  private static List<String> valuesFrom(long offset) {
    TopicPartition only = new TopicPartition(TOPIC, 0);
    List<String> values = new ArrayList<>();
    try (KafkaConsumer<String, String> consumer = consumer()) {
      consumer.assign(List.of(only));
      consumer.seek(only, offset);
      long end = end();
      while (consumer.position(only) < end) {
        consumer.poll(Duration.ofMillis(100)).forEach(record -> values.add(record.value()));
      }
    }
    return values;
  }

  private static KafkaConsumer<String, String> consumer() {
    return new KafkaConsumer<>(
        Map.of("bootstrap.servers", broker.bootstrapServers()),
        new StringDeserializer(),
        new StringDeserializer());
  }
}
