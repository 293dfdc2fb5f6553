package dev.mooring.view;

import dev.mooring.contract.LogPlace;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** Reads one record by its place. */
final class RecordReader {

  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private RecordReader() {}

  /** The record at a place; empty when there is none, or no more. */
  static Optional<ConsumerRecord<byte[], byte[]>> read(ViewConfig config, LogPlace place) {
    Map<String, Object> settings = new HashMap<>(config.committedReader());
    settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1);
    String cluster = config.consumer().get(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG).toString();
    try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(settings)) {
      TopicPartition partition = new TopicPartition(place.topic(), place.partition());
      return LogReader.partitions(consumer, place.topic(), cluster).contains(partition)
              && holds(consumer, partition, place.offset())
          ? read(consumer, partition, place.offset())
          : Optional.empty();
    }
  }

  private static boolean holds(
      KafkaConsumer<byte[], byte[]> consumer, TopicPartition partition, long offset) {
    List<TopicPartition> one = List.of(partition);
    return offset >= consumer.beginningOffsets(one).get(partition)
        && offset < consumer.endOffsets(one).get(partition);
  }

  private static Optional<ConsumerRecord<byte[], byte[]>> read(
      KafkaConsumer<byte[], byte[]> consumer, TopicPartition partition, long offset) {
    consumer.assign(List.of(partition));
    consumer.seek(partition, offset);
    long begun = System.nanoTime();
    while (consumer.position(partition) <= offset) {
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
        return Optional.of(record).filter(found -> found.offset() == offset);
      }
      if (System.nanoTime() - begun > PATIENCE.toNanos()) {
        throw new ReadException("Kafka does not give " + partition + " at offset " + offset);
      }
    }
    return Optional.empty();
  }
}
