package dev.mooring.systemtests.law;

import static dev.mooring.metrics.oracle.EventBuilder.event;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.contract.EventKey;
import dev.mooring.contract.Topics;
import dev.mooring.contract.event.Event;
import dev.mooring.contract.event.EventType;
import dev.mooring.contract.row.LedgerRow;
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
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Whatever else lies in the events topic: it is rejected, counted and kept, and stops nothing. */
@ExtendWith(SharedCluster.class)
class BadRecordsTest {

  private static final String TOPIC = Topics.EVENTS.name();

  /** A record that is no event, and what it should be rejected for. */
  private record Bad(RejectReason reason, ProducerRecord<byte[], byte[]> record) {}

  @Test
  void shouldRejectWhatIsNoEventAndGoOn(Cluster cluster, @TempDir Path directory) throws Exception {
    // given
    List<Bad> bad = badRecords(cluster);
    Map<String, Bad> sent = new HashMap<>();

    try (TopologyRunner topology = TopologyRunner.start(cluster.topology(directory))) {
      assertThat(topology.awaitRunning(Duration.ofMinutes(1))).isTrue();

      // when
      for (Bad each : bad) {
        RecordMetadata at = cluster.publish(each.record());
        sent.put(at.partition() + "/" + at.offset(), each);
      }
      List<Event> good = List.of(opening("one").build(), opening("two").build());
      cluster.publish(good);
      cluster.settle();

      // then
      cluster.assertRowsOfOracle(good);
      assertThat(topology.failure()).isEmpty();
    }
    Map<String, ConsumerRecord<byte[], byte[]>> letters = letters(cluster);
    assertThat(letters).containsOnlyKeys(sent.keySet());
    letters.forEach((origin, letter) -> assertLetter(letter, sent.get(origin)));
    assertThat(cluster.rows().ledger().values().stream().mapToLong(LedgerRow::getRejected).sum())
        .isEqualTo(bad.size());
  }

  private static void assertLetter(ConsumerRecord<byte[], byte[]> letter, Bad bad) {
    assertThat(header(letter, "mooring.reason")).isEqualTo(bad.reason().name());
    assertThat(header(letter, "mooring.problems")).contains("message");
    assertThat(header(letter, "__streams.errors.topic")).isEqualTo(TOPIC);
    assertThat(letter.key()).isEqualTo(bad.record().key());
    assertThat(letter.value()).isEqualTo(bad.record().value());
  }

  private static List<Bad> badRecords(Cluster cluster) {
    Event event = opening("bad").build();
    byte[] key = EventKey.of(event).getBytes(UTF_8);
    byte[] value = cluster.record(event).value();
    int home = BuiltInPartitioner.partitionForKey(key, Cluster.PARTITIONS);
    int elsewhere = (home + 1) % Cluster.PARTITIONS;
    byte[] unknownSchema = ByteBuffer.allocate(value.length).put(value).putInt(1, 987_654).array();
    byte[] cutShort = Arrays.copyOf(value, value.length - 3);
    byte[] tooLong = Arrays.copyOf(value, value.length + 1);
    Event invalid = Event.newBuilder(event).setRevision(0).build();
    Event early = opening("bad").on("2090-01-01").build();
    return List.of(
        new Bad(RejectReason.UNDECODABLE, at(0, key, new byte[] {7, 7, 7})),
        new Bad(RejectReason.UNDECODABLE, at(1, key, new byte[0])),
        new Bad(RejectReason.UNDECODABLE, at(2, key, cutShort)),
        new Bad(RejectReason.UNDECODABLE, at(3, key, tooLong)),
        new Bad(RejectReason.UNDECODABLE, at(home, key, null)),
        new Bad(RejectReason.UNDECODABLE, at(0, null, null)),
        new Bad(RejectReason.UNKNOWN_SCHEMA, at(home, key, unknownSchema)),
        new Bad(RejectReason.WRONG_KEY, at(home, "other/key".getBytes(UTF_8), value)),
        new Bad(RejectReason.WRONG_KEY, at(1, null, value)),
        new Bad(RejectReason.WRONG_PARTITION, at(elsewhere, key, value)),
        new Bad(RejectReason.INVALID, at(home, key, cluster.record(invalid).value())),
        new Bad(RejectReason.FAR_FUTURE, at(home, key, cluster.record(early).value())),
        new Bad(RejectReason.FAR_FUTURE, new WithoutTime(home, key, value)));
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

  private static EventBuilder opening(String firm) {
    return event()
        .id(firm)
        .pair("za-bank", firm)
        .city("hong-kong")
        .type(EventType.ACCOUNT_OPENED)
        .on("2023-03-27");
  }

  /** By partition and offset of their origin. */
  private static Map<String, ConsumerRecord<byte[], byte[]>> letters(Cluster cluster) {
    Map<String, ConsumerRecord<byte[], byte[]>> letters = new HashMap<>();
    try (CommittedLog log =
        new CommittedLog(cluster.bootstrapServers(), List.of(Topics.REJECTED.name()))) {
      log.readToEnd(
          letter ->
              letters.put(
                  header(letter, "__streams.errors.partition")
                      + "/"
                      + header(letter, "__streams.errors.offset"),
                  letter));
    }
    return letters;
  }

  private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
    return new String(record.headers().lastHeader(name).value(), UTF_8);
  }
}
