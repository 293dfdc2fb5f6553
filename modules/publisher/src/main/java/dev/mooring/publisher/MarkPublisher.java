package dev.mooring.publisher;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.mooring.contract.MendedMark;
import dev.mooring.contract.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Marks dead letters as mended. A mark goes into its letter's partition, so that whoever reads the
 * letter reads the mark behind it. Safe for use by several threads.
 */
public final class MarkPublisher implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Producer<byte[], byte[]> producer;
  private final CloudEventHeaders headers;

  /** Opens a publisher; the registry is not needed. */
  public MarkPublisher(PublisherConfig config) {
    this.producer = new KafkaProducer<>(settings(config));
    this.headers = new CloudEventHeaders(config.source());
  }

  /**
   * Sends a mark. To send it again changes nothing.
   *
   * @param key the letter's
   * @return completed when all in-sync replicas have it
   */
  public CompletableFuture<Receipt> publish(MendedMark mark, Optional<byte[]> key) {
    List<Header> all = new ArrayList<>(headers.of(mark));
    mark.headers().forEach((name, text) -> all.add(new RecordHeader(name, text.getBytes(UTF_8))));
    CompletableFuture<Receipt> receipt = new CompletableFuture<>();
    // The callback tells what the future would, without a thread that waits for it.
    var unused =
        producer.send(
            new ProducerRecord<>(
                Topics.REJECTED.name(), mark.letter().partition(), key.orElse(null), null, all),
            (metadata, failure) -> {
              if (failure == null) {
                receipt.complete(new Receipt(metadata.partition(), metadata.offset()));
              } else {
                receipt.completeExceptionally(failure);
              }
            });
    return receipt;
  }

  /** Flushes and closes, with a minute's patience. */
  @Override
  public void close() {
    producer.close(PATIENCE);
  }

  private static Map<String, Object> settings(PublisherConfig config) {
    Map<String, Object> settings = new HashMap<>(config.producer());
    settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
    settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    return settings;
  }
}
