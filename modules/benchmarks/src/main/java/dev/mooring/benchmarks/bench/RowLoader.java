package dev.mooring.benchmarks.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.mooring.contract.Topics;
import dev.mooring.contract.row.CityDaily;
import dev.mooring.registry.AvroSerializer;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Puts daily rows into their topic as the topology does, with all its headers. */
final class RowLoader {

  private static final int DAYS = 2_000;
  private static final LocalDate FIRST = LocalDate.of(2021, 1, 1);
  private static final String TOPIC = Topics.CITY_DAILY.name();

  /** A prime: steps of it visit every row once, each far from the last. */
  private static final long STRIDE = 1_000_000_007L;

  private final String bootstrap;
  private final int partitions;
  private final AvroSerializer serializer = new AvroSerializer();
  private final AtomicReference<Exception> failure = new AtomicReference<>();
  private final SplittableRandom random = new SplittableRandom(1);

  RowLoader(String bootstrap, String registry, int partitions) {
    this.bootstrap = bootstrap;
    this.partitions = partitions;
    serializer.configure(Map.of("schema.registry.url", registry), false);
  }

  /**
   * Publishes so many rows, each key once and in no order.
   *
   * @throws IllegalStateException when one was refused
   */
  void load(long rows) {
    try (serializer;
        KafkaProducer<byte[], byte[]> producer =
            new KafkaProducer<>(settings(), new ByteArraySerializer(), new ByteArraySerializer())) {
      for (long i = 0; i < rows && failure.get() == null; i++) {
        send(producer, i * STRIDE % rows);
      }
      producer.flush();
    }
    if (failure.get() != null) {
      throw new IllegalStateException("loading " + TOPIC, failure.get());
    }
  }

  private void send(KafkaProducer<byte[], byte[]> producer, long number) {
    String city = "city-of-size-%d".formatted(number / DAYS);
    LocalDate day = FIRST.plusDays(number % DAYS);
    int partition = BuiltInPartitioner.partitionForKey(city.getBytes(UTF_8), partitions);
    byte[] key = (city + "/" + day).getBytes(UTF_8);
    byte[] value = serializer.serialize(TOPIC, row(city, day));
    var unused =
        producer.send(
            new ProducerRecord<>(TOPIC, partition, key, value, headers()),
            (at, problem) -> {
              if (problem != null) {
                failure.compareAndSet(null, problem);
              }
            });
  }

  private CityDaily row(String city, LocalDate day) {
    int opened = random.nextInt(3);
    return CityDaily.newBuilder()
        .setCity(city)
        .setDay(day)
        .setEvents(opened + 1L)
        .setEventsAccountOpened(opened)
        .setEventsPitchDelivered(1)
        .setAccountsOpened(opened)
        .build();
  }

  private List<Header> headers() {
    return List.of(
        header("ce_specversion", "1.0"),
        header("ce_id", new UUID(random.nextLong(), random.nextLong()).toString()),
        header("ce_source", "/mooring/mooring"),
        header("ce_type", "dev." + TOPIC),
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
