package dev.mooring.benchmarks.engine;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** The plainest way through a topic: one consumer, no group, every partition from its start. */
final class EventLoop {

  private static final Duration POLL = Duration.ofSeconds(1);
  private static final int EMPTY_POLLS = 30;

  private EventLoop() {}

  /**
   * Hands every record of the topic to a consumer, and times it.
   *
   * @return number of records
   */
  static long run(Job job, Stopwatch watch, Consumer<ConsumerRecord<byte[], byte[]>> each) {
    try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(settings(job))) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(job.topic()).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      watch.start();
      long records = readAll(consumer, job, each);
      watch.stop();
      return records;
    }
  }

  private static long readAll(
      KafkaConsumer<byte[], byte[]> consumer,
      Job job,
      Consumer<ConsumerRecord<byte[], byte[]>> each) {
    long records = 0;
    int empty = 0;
    while (records < job.events()) {
      var polled = consumer.poll(POLL);
      polled.forEach(each);
      records += polled.count();
      empty = polled.isEmpty() ? empty + 1 : 0;
      if (empty == EMPTY_POLLS) {
        throw new IllegalStateException(
            "%s ended after %d records, should have %d"
                .formatted(job.topic(), records, job.events()));
      }
    }
    return records;
  }

  private static Map<String, Object> settings(Job job) {
    return Map.of(
        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
        job.bootstrap(),
        ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
        ByteArrayDeserializer.class,
        ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
        ByteArrayDeserializer.class,
        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
        10_000,
        ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG,
        4 << 20);
  }
}
