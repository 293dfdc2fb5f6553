package dev.mooring.benchmarks.bench;

import dev.mooring.contract.EventKey;
import dev.mooring.contract.event.Event;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Puts a history into the events topic, keyed and framed as the contract says. */
public final class Loader {

  /** A machine that stands still for a while is no reason to throw a long run away. */
  private static final int DELIVERY_MS = 240_000;

  private final String bootstrap;
  private final String topic;
  private final EventFrames frames;
  private final AtomicReference<Exception> failure = new AtomicReference<>();

  /**
   * What was loaded.
   *
   * @param bodyBytes bytes of Avro bodies, without key and wire prefix
   */
  public record Loaded(long events, long bodyBytes, double seconds) {}

  public Loader(String bootstrap, String topic, int schemaId) {
    this.bootstrap = bootstrap;
    this.topic = topic;
    this.frames = new EventFrames(schemaId);
  }

  /**
   * Publishes all events and returns when the broker has acknowledged them.
   *
   * @throws IllegalStateException when one was refused
   */
  public Loaded load(Iterator<Event> events) {
    long began = System.nanoTime();
    long count = 0;
    long bytes = 0;
    try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(settings())) {
      while (events.hasNext() && failure.get() == null) {
        Event event = events.next();
        byte[] framed = frames.of(event);
        bytes += framed.length - Integer.BYTES - 1;
        count++;
        send(producer, EventKey.of(event).getBytes(StandardCharsets.UTF_8), framed);
      }
      producer.flush();
    }
    if (failure.get() != null) {
      throw new IllegalStateException("loading " + topic + ": " + failure.get(), failure.get());
    }
    return new Loaded(count, bytes, (System.nanoTime() - began) / 1e9);
  }

  private void send(KafkaProducer<byte[], byte[]> producer, byte[] key, byte[] framed) {
    var unused = producer.send(new ProducerRecord<>(topic, key, framed), this::acknowledged);
  }

  private void acknowledged(RecordMetadata metadata, Exception problem) {
    if (problem != null) {
      failure.compareAndSet(null, problem);
    }
  }

  private Map<String, Object> settings() {
    return Map.of(
        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
        bootstrap,
        ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG,
        ByteArraySerializer.class,
        ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG,
        ByteArraySerializer.class,
        ProducerConfig.COMPRESSION_TYPE_CONFIG,
        "lz4",
        ProducerConfig.BATCH_SIZE_CONFIG,
        256 << 10,
        ProducerConfig.LINGER_MS_CONFIG,
        20,
        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
        DELIVERY_MS);
  }
}
