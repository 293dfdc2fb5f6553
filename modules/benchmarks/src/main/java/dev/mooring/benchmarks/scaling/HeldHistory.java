package dev.mooring.benchmarks.scaling;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.mooring.benchmarks.bench.EventFrames;
import dev.mooring.contract.EventKey;
import dev.mooring.contract.Topics;
import dev.mooring.contract.event.Event;
import java.time.Duration;
import java.util.Iterator;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * A history that lies in the events topic, but is not to be read yet: it is held in a transaction.
 * So all instances can share out the work before there is any, and all of it comes at one moment.
 */
final class HeldHistory implements AutoCloseable {

  /** The longest that a broker allows unless told otherwise. */
  private static final Duration MOST_HELD = Duration.ofMinutes(15);

  private final KafkaProducer<byte[], byte[]> producer;

  private HeldHistory(String bootstrap) {
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

  /** Lets everybody read. When an event was refused, this fails. */
  void release() {
    producer.commitTransaction();
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
