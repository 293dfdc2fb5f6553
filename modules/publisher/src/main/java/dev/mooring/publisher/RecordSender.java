package dev.mooring.publisher;

import dev.mooring.contract.GeneratedTypes;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Kafka's producer with a bound on what is under way and a future for each record. The producer's
 * own bound is one of bytes ({@code buffer.memory}); this one is of records.
 */
final class RecordSender {

  private static final String SERIALIZER = "dev.mooring.registry.AvroSerializer";

  private final Producer<String, Object> producer;
  private final InFlight inFlight;

  RecordSender(PublisherConfig config) {
    GeneratedTypes.trust();
    this.producer = new KafkaProducer<>(settings(config));
    this.inFlight = new InFlight(config.maxInFlight());
  }

  /** Sends a record, after waiting for room if there is none. */
  CompletableFuture<Receipt> send(ProducerRecord<String, Object> record) {
    CompletableFuture<Receipt> receipt = new CompletableFuture<>();
    inFlight.add();
    try {
      // The callback tells what the future would, without a thread that waits for it.
      var unused =
          producer.send(
              record,
              (metadata, failure) -> {
                inFlight.remove();
                if (failure == null) {
                  receipt.complete(new Receipt(metadata.partition(), metadata.offset()));
                } else {
                  receipt.completeExceptionally(failure);
                }
              });
    } catch (RuntimeException notSent) {
      // A record that cannot be serialized or finds no room never gets a callback.
      inFlight.remove();
      receipt.completeExceptionally(notSent);
    }
    return receipt;
  }

  /** Whether there is room now; somebody else may take it. */
  boolean hasRoom() {
    return inFlight.hasRoom();
  }

  void flush() {
    producer.flush();
  }

  /** Waits until all is acknowledged, for as long as told; what is not by then has failed. */
  void close(Duration timeout) {
    producer.close(timeout);
  }

  private static Map<String, Object> settings(PublisherConfig config) {
    Map<String, Object> settings = new HashMap<>();
    settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    settings.put(ProducerConfig.LINGER_MS_CONFIG, 5);
    settings.put(ProducerConfig.BATCH_SIZE_CONFIG, 256 * 1024);
    settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, SERIALIZER);
    settings.putAll(config.registry());
    settings.putAll(config.producer());
    // What the guarantees rest on is not for settings to change.
    settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class);
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    settings.put(ProducerConfig.PARTITIONER_IGNORE_KEYS_CONFIG, false);
    settings.remove(ProducerConfig.PARTITIONER_CLASS_CONFIG);
    return settings;
  }
}
