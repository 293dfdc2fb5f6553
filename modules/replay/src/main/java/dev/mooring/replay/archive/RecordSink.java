package dev.mooring.replay.archive;

import dev.mooring.publisher.PublisherConfig;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Sends records as they are. The producer's buffer bounds what is under way. */
final class RecordSink implements AutoCloseable {

  private final KafkaProducer<byte[], byte[]> producer;
  private final AtomicReference<Exception> failure = new AtomicReference<>();

  RecordSink(PublisherConfig config) {
    this.producer = new KafkaProducer<>(settings(config));
  }

  /**
   * Sends a record, after waiting for room if there is none.
   *
   * @throws ArchiveException when one before was not taken
   */
  void send(ProducerRecord<byte[], byte[]> record) {
    check();
    // The callback tells what the future would, without a thread that waits for it.
    var unused =
        producer.send(
            record,
            (metadata, failed) -> {
              if (failed != null) {
                failure.compareAndSet(null, failed);
              }
            });
  }

  /** Waits until everything is acknowledged. */
  void flush() {
    producer.flush();
    check();
  }

  @Override
  public void close() {
    producer.close();
  }

  private void check() {
    Exception failed = failure.get();
    if (failed != null) {
      throw new ArchiveException(
          "Kafka did not take a record: "
              + failed.getMessage()
              + ". Running it again is safe: what is there already is left",
          failed);
    }
  }

  private static Map<String, Object> settings(PublisherConfig config) {
    Map<String, Object> settings = new HashMap<>();
    settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    settings.put(ProducerConfig.LINGER_MS_CONFIG, 20);
    settings.put(ProducerConfig.BATCH_SIZE_CONFIG, 256 * 1024);
    settings.putAll(config.producer());
    // What the guarantees rest on is not for settings to change.
    settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
    settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    settings.remove(ProducerConfig.PARTITIONER_CLASS_CONFIG);
    return settings;
  }
}
