package dev.mooring.benchmarks.edges;

import dev.mooring.contract.Topics;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * What Kafka's producer can give: sends records that are encoded already, with the settings of
 * {@code mooring publish}, and nothing else. Arguments: the broker, a {@linkplain RecordFile file}
 * and how many of its records.
 */
public final class PlainProducerMain {

  private PlainProducerMain() {}

  public static void main(String[] args) throws Exception {
    AtomicReference<Exception> failure = new AtomicReference<>();
    long count = Long.parseLong(args[2]);
    try (RecordFile.Reader records = new RecordFile.Reader(Path.of(args[1]), Topics.EVENTS.name());
        KafkaProducer<byte[], byte[]> producer =
            new KafkaProducer<>(
                settings(args[0]), new ByteArraySerializer(), new ByteArraySerializer())) {
      for (long i = 0; i < count; i++) {
        var unused =
            producer.send(
                records.next(),
                (at, problem) -> {
                  if (problem != null) {
                    failure.compareAndSet(null, problem);
                  }
                });
      }
      producer.flush();
    }
    if (failure.get() != null) {
      throw failure.get();
    }
    System.exit(0);
  }

  private static Map<String, Object> settings(String bootstrap) {
    return Map.of(
        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
        bootstrap,
        ProducerConfig.COMPRESSION_TYPE_CONFIG,
        "lz4",
        ProducerConfig.LINGER_MS_CONFIG,
        5,
        ProducerConfig.BATCH_SIZE_CONFIG,
        256 << 10,
        ProducerConfig.ACKS_CONFIG,
        "all",
        ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
        true);
  }
}
