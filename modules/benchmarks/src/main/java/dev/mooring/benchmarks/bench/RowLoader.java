package dev.mooring.benchmarks.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.mooring.registry.AvroSerializer;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Puts rows into their topic as the topology does, with all its headers. */
final class RowLoader {

  /** A prime: steps of it visit every row once, each far from the last. */
  private static final long STRIDE = 1_000_000_007L;

  private final SampleRows rows;
  private final String topic;
  private final String bootstrap;
  private final int partitions;
  private final AvroSerializer serializer = new AvroSerializer();
  private final AtomicReference<Exception> failure = new AtomicReference<>();
  private final SplittableRandom random = new SplittableRandom(1);

  RowLoader(SampleRows rows, String bootstrap, String registry, int partitions) {
    this.rows = rows;
    this.topic = rows.topic().name();
    this.bootstrap = bootstrap;
    this.partitions = partitions;
    serializer.configure(Map.of("schema.registry.url", registry), false);
  }

  /**
   * Publishes so many rows, each key once and in no order.
   *
   * @throws IllegalStateException when one was refused
   */
  void load(long count) {
    try (serializer) {
      sendAll(count);
      if (failure.get() instanceof TimeoutException) {
        failure.set(null); // a broker that has just started may not know yet where its topics are
        sendAll(count);
      }
    }
    if (failure.get() != null) {
      throw new IllegalStateException("loading " + topic + ": " + failure.get(), failure.get());
    }
  }

  private void sendAll(long count) {
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(settings(), new ByteArraySerializer(), new ByteArraySerializer())) {
      for (long i = 0; i < count && failure.get() == null; i++) {
        send(producer, i * STRIDE % count);
      }
      producer.flush();
    }
  }

  private void send(KafkaProducer<byte[], byte[]> producer, long number) {
    SampleRows.Keyed row = rows.row(number, random);
    int partition = BuiltInPartitioner.partitionForKey(row.placedBy().getBytes(UTF_8), partitions);
    byte[] value = serializer.serialize(topic, row.value());
    var unused =
        producer.send(
            new ProducerRecord<>(topic, partition, row.key().getBytes(UTF_8), value, headers()),
            (at, problem) -> {
              if (problem != null) {
                failure.compareAndSet(null, problem);
              }
            });
  }

  private List<Header> headers() {
    return List.of(
        header("ce_specversion", "1.0"),
        header("ce_id", new UUID(random.nextLong(), random.nextLong()).toString()),
        header("ce_source", "/mooring/mooring"),
        header("ce_type", "dev." + topic),
        header("ce_time", "2026-01-01T00:00:00Z"),
        header("content-type", "application/avro"));
  }

  private static Header header(String name, String value) {
    return new RecordHeader(name, value.getBytes(UTF_8));
  }

  private Map<String, Object> settings() {
    return Map.of(
        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
        bootstrap,
        ProducerConfig.COMPRESSION_TYPE_CONFIG,
        "lz4",
        ProducerConfig.BATCH_SIZE_CONFIG,
        256 << 10,
        ProducerConfig.LINGER_MS_CONFIG,
        20);
  }
}
