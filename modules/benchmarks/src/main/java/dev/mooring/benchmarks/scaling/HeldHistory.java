package dev.mooring.benchmarks.scaling;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.mooring.benchmarks.bench.EventFrames;
import dev.mooring.contract.EventKey;
import dev.mooring.contract.Topics;
import dev.mooring.contract.event.Event;
import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * A history that lies in the events topic, but is not to be read yet: it is held in a transaction.
 * So all instances can share out the work before there is any, and all of it comes at one moment.
 */
final class HeldHistory implements AutoCloseable {

  /** The longest that a broker allows unless told otherwise. */
  private static final Duration MOST_HELD = Duration.ofMinutes(15);

  private static final Duration PAUSE = Duration.ofMillis(2);

  private final String bootstrap;
  private final KafkaProducer<byte[], byte[]> producer;

  private HeldHistory(String bootstrap) {
    this.bootstrap = bootstrap;
    this.producer = new KafkaProducer<>(settings(bootstrap));
  }

  /** Puts events into their topic, where nobody sees them yet. */
  static HeldHistory load(String bootstrap, int schemaId, Iterator<Event> events) {
    HeldHistory history = new HeldHistory(bootstrap);
    EventFrames frames = new EventFrames(schemaId);
    history.producer.initTransactions();
    history.producer.beginTransaction();
    while (events.hasNext()) {
      history.send(events.next(), frames);
    }
    history.producer.flush();
    return history;
  }

  /**
   * Lets everybody read, and returns when everybody can: a transaction is marked in its partitions
   * after it was committed. When an event was refused, this fails.
   */
  void release() throws InterruptedException {
    producer.commitTransaction();
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
      while (!ends(admin, IsolationLevel.READ_COMMITTED)
          .equals(ends(admin, IsolationLevel.READ_UNCOMMITTED))) {
        Thread.sleep(PAUSE);
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("the broker does not tell where the events end", e);
    }
  }

  private Map<TopicPartition, Long> ends(Admin admin, IsolationLevel isolation)
      throws InterruptedException, ExecutionException {
    Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
    producer
        .partitionsFor(Topics.EVENTS.name())
        .forEach(
            partition ->
                asked.put(
                    new TopicPartition(partition.topic(), partition.partition()),
                    OffsetSpec.latest()));
    Map<TopicPartition, Long> ends = new HashMap<>();
    admin
        .listOffsets(asked, new ListOffsetsOptions(isolation))
        .all()
        .get()
        .forEach((partition, end) -> ends.put(partition, end.offset()));
    return ends;
  }

  @Override
  public void close() {
    producer.close();
  }

  private void send(Event event, EventFrames frames) {
    byte[] key = EventKey.of(event).getBytes(UTF_8);
    var unused = producer.send(new ProducerRecord<>(Topics.EVENTS.name(), key, frames.of(event)));
  }

  private static Map<String, Object> settings(String bootstrap) {
    return Map.of(
        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
        bootstrap,
        ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG,
        ByteArraySerializer.class,
        ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG,
        ByteArraySerializer.class,
        ProducerConfig.TRANSACTIONAL_ID_CONFIG,
        "held-history",
        ProducerConfig.TRANSACTION_TIMEOUT_CONFIG,
        (int) MOST_HELD.toMillis(),
        ProducerConfig.COMPRESSION_TYPE_CONFIG,
        "lz4",
        ProducerConfig.BATCH_SIZE_CONFIG,
        256 << 10,
        ProducerConfig.LINGER_MS_CONFIG,
        20);
  }
}
