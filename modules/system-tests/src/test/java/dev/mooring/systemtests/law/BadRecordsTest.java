package dev.mooring.systemtests.law;

import static dev.mooring.metrics.oracle.EventBuilder.event;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.contract.EventKey;
import dev.mooring.contract.Topics;
import dev.mooring.contract.event.Event;
import dev.mooring.contract.event.EventType;
import dev.mooring.metrics.oracle.EventBuilder;
import dev.mooring.topology.TopologyRunner;
import dev.mooring.topology.intake.RejectReason;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Whatever else lies in the events topic: it is rejected, counted and kept, and stops nothing. */
@ExtendWith(SharedCluster.class)
class BadRecordsTest {

  private static final String TOPIC = Topics.EVENTS.name();

  /** As Avro writes the length of a text: 2^31 - 1. */
  private static final byte[] OVER_2_GB = {-2, -1, -1, -1, 15};

  /** The largest that a broker takes as it comes is 1 MiB, headers and all. */
  private static final int LARGE = 1_040_000;

  /** A record that is no event, and what it should be rejected for. */
  private record Bad(RejectReason reason, ProducerRecord<byte[], byte[]> record) {}

  @Test
  void shouldRejectWhatIsNoEventAndGoOn(Cluster cluster, @TempDir Path directory) throws Exception {
    // given
    Workload workload = Workload.of(13, 600);
    List<Bad> bad = badRecords(cluster);

    try (LedgerWatch ledger = new LedgerWatch(cluster);
        TopologyRunner topology = TopologyRunner.start(cluster.topology(directory))) {
      assertThat(topology.awaitRunning(Duration.ofMinutes(1))).isTrue();

      // when
      Map<TopicPartition, Map<Long, Bad>> sent = publishBetween(cluster, bad, workload.shuffled());
      cluster.settle();

      // then
      assertThat(topology.failure()).isEmpty();
      assertLetters(cluster, sent);
      cluster.assertRowsOfOracle(workload.told());
      cluster.assertLedger(
          workload.shuffled(),
          sent.entrySet().stream()
              .collect(
                  Collectors.toMap(
                      at -> at.getKey().partition(), at -> (long) at.getValue().size())));
      Command.assertVerified(cluster, directory);
      ledger.assertSound();
    }
  }

  /** Some events before each of the bad ones, and some behind the last; returns what lies where. */
  private static Map<TopicPartition, Map<Long, Bad>> publishBetween(
      Cluster cluster, List<Bad> bad, List<Event> events) {
    Map<TopicPartition, Map<Long, Bad>> sent = new HashMap<>();
    int some = events.size() / (bad.size() + 1);
    for (int i = 0; i < bad.size(); i++) {
      cluster.publish(events.subList(i * some, (i + 1) * some));
      RecordMetadata at = cluster.publish(bad.get(i).record());
      sent.computeIfAbsent(
              new TopicPartition(at.topic(), at.partition()), partition -> new HashMap<>())
          .put(at.offset(), bad.get(i));
    }
    cluster.publish(events.subList(bad.size() * some, events.size()));
    return sent;
  }

  private static void assertLetters(Cluster cluster, Map<TopicPartition, Map<Long, Bad>> sent) {
    Map<TopicPartition, Map<Long, ConsumerRecord<byte[], byte[]>>> letters = letters(cluster);
    assertThat(letters).containsOnlyKeys(sent.keySet());
    letters.forEach(
        (partition, those) -> {
          assertThat(those).containsOnlyKeys(sent.get(partition).keySet());
          those.forEach((offset, letter) -> assertLetter(letter, sent.get(partition).get(offset)));
        });
  }

  private static void assertLetter(ConsumerRecord<byte[], byte[]> letter, Bad bad) {
    assertThat(header(letter, "mooring.reason")).isEqualTo(bad.reason().name());
    assertThat(header(letter, "mooring.problems")).contains("message");
    byte[] value = bad.record().value();
    if (value != null && value.length == LARGE) {
      assertThat(header(letter, "mooring.omitted")).contains("read them at their origin");
    } else {
      assertThat(letter.key()).isEqualTo(bad.record().key());
      assertThat(letter.value()).isEqualTo(value);
    }
  }

  private static List<Bad> badRecords(Cluster cluster) {
    Event event = opening().build();
    byte[] key = EventKey.of(event).getBytes(UTF_8);
    byte[] value = cluster.record(event).value();
    int home = BuiltInPartitioner.partitionForKey(key, Cluster.PARTITIONS);
    int elsewhere = (home + 1) % Cluster.PARTITIONS;
    byte[] unknownSchema = ByteBuffer.allocate(value.length).put(value).putInt(1, 987_654).array();
    byte[] cutShort = Arrays.copyOf(value, value.length - 3);
    byte[] tooLong = Arrays.copyOf(value, value.length + 1);
    byte[] claiming = ByteBuffer.wrap(value.clone()).put(5, OVER_2_GB).array();
    Event invalid = Event.newBuilder(event).setRevision(0).build();
    Event early = opening().on("2090-01-01").build();
    return List.of(
        new Bad(RejectReason.UNDECODABLE, at(0, key, new byte[] {7, 7, 7})),
        new Bad(RejectReason.UNDECODABLE, at(1, key, new byte[0])),
        new Bad(RejectReason.UNDECODABLE, at(2, key, cutShort)),
        new Bad(RejectReason.UNDECODABLE, at(3, key, tooLong)),
        new Bad(RejectReason.UNDECODABLE, at(home, key, claiming)),
        new Bad(RejectReason.UNDECODABLE, at(home, key, null)),
        new Bad(RejectReason.UNDECODABLE, at(0, null, null)),
        new Bad(RejectReason.UNKNOWN_SCHEMA, at(home, key, unknownSchema)),
        new Bad(RejectReason.UNKNOWN_SCHEMA, at(home, key, new byte[LARGE])),
        new Bad(RejectReason.NEWER_SCHEMA, at(home, key, ofALaterVersion(cluster, event))),
        new Bad(RejectReason.WRONG_KEY, at(home, "other/key".getBytes(UTF_8), value)),
        new Bad(RejectReason.WRONG_KEY, at(1, null, value)),
        new Bad(RejectReason.WRONG_PARTITION, at(elsewhere, key, value)),
        new Bad(RejectReason.INVALID, at(home, key, cluster.record(invalid).value())),
        new Bad(RejectReason.FAR_FUTURE, at(home, key, cluster.record(early).value())),
        new Bad(RejectReason.FAR_FUTURE, new WithoutTime(home, key, value)));
  }

  /** The same event with a type that this build does not know. */
  private static byte[] ofALaterVersion(Cluster cluster, Event event) {
    EventWriter later =
        EventWriter.of(
            Event.getClassSchema()
                .toString()
                .replace("\"SUPERVISORY_SIGNAL\"", "\"SUPERVISORY_SIGNAL\",\"ACCOUNT_LENT\""));
    return later.bytes(
        later.register(cluster.registryUrl()),
        event,
        Map.of("type", later.symbol("type", "ACCOUNT_LENT")));
  }

  private static ProducerRecord<byte[], byte[]> at(int partition, byte[] key, byte[] value) {
    return new ProducerRecord<>(TOPIC, partition, key, value);
  }

  /** Kafka's mark of a record without a timestamp is negative, which no constructor takes. */
  private static final class WithoutTime extends ProducerRecord<byte[], byte[]> {

    WithoutTime(int partition, byte[] key, byte[] value) {
      super(TOPIC, partition, key, value);
    }

    @Override
    public Long timestamp() {
      return -1L;
    }
  }

  private static EventBuilder opening() {
    return event()
        .pair("za-bank", "bad")
        .city("hong-kong")
        .type(EventType.ACCOUNT_OPENED)
        .on("2023-03-27");
  }

  /** By partition and offset of their origin. */
  private static Map<TopicPartition, Map<Long, ConsumerRecord<byte[], byte[]>>> letters(
      Cluster cluster) {
    Map<TopicPartition, Map<Long, ConsumerRecord<byte[], byte[]>>> letters = new HashMap<>();
    try (CommittedLog log =
        new CommittedLog(cluster.bootstrapServers(), List.of(Topics.REJECTED.name()))) {
      log.readToEnd(
          letter ->
              letters
                  .computeIfAbsent(origin(letter), partition -> new HashMap<>())
                  .put(Long.valueOf(header(letter, "__streams.errors.offset")), letter));
    }
    return letters;
  }

  private static TopicPartition origin(ConsumerRecord<byte[], byte[]> letter) {
    return new TopicPartition(
        header(letter, "__streams.errors.topic"),
        Integer.parseInt(header(letter, "__streams.errors.partition")));
  }

  private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
    return new String(record.headers().lastHeader(name).value(), UTF_8);
  }
}
