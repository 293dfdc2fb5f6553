package dev.mooring.view;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.WakeupException;

/**
 * Reads whole topics as bytes, without a consumer group: what is committed, from the start to where
 * it ended when reading began, or on and on.
 */
final class LogReader implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(500);

  /** How long a cluster may be silent before it counts as unreachable. */
  private static final int PATIENCE_MS = 15_000;

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final String cluster;

  LogReader(ViewConfig config) {
    this.consumer = new KafkaConsumer<>(config.committedReader());
    this.cluster = config.consumer().get(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG).toString();
  }

  /**
   * Hands over every record of the topics up to their present ends.
   *
   * @return these ends
   */
  Position readToEnd(Collection<String> topics, Consumer<ConsumerRecord<byte[], byte[]>> to) {
    Map<TopicPartition, Long> ends = begin(topics);
    Map<TopicPartition, Long> open = new HashMap<>(ends);
    open.entrySet().removeIf(end -> passed(end.getKey(), end.getValue()));
    long lastProgress = System.nanoTime();
    while (!open.isEmpty()) {
      var records = consumer.poll(POLL);
      for (TopicPartition partition : records.partitions()) {
        long end = open.getOrDefault(partition, 0L);
        for (ConsumerRecord<byte[], byte[]> record : records.records(partition)) {
          if (record.offset() < end) {
            to.accept(record);
          }
        }
      }
      // Positions pass over markers of transactions, which are never handed out as records.
      boolean closed = open.entrySet().removeIf(end -> passed(end.getKey(), end.getValue()));
      if (closed || !records.isEmpty()) {
        lastProgress = System.nanoTime();
      } else if (Duration.ofNanos(System.nanoTime() - lastProgress).toMillis() > PATIENCE_MS) {
        throw new ReadException("Kafka at " + cluster + " gives nothing more of " + open.keySet());
      }
    }
    return new Position(ends);
  }

  /** Hands over every record of the topics, also those to come, until {@link #stop}. */
  void follow(Collection<String> topics, Consumer<ConsumerRecord<byte[], byte[]>> to) {
    begin(topics);
    try {
      while (true) {
        consumer.poll(POLL).forEach(to);
      }
    } catch (WakeupException stopped) {
      // asked for
    }
  }

  /** Ends {@link #follow}, from another thread. */
  void stop() {
    consumer.wakeup();
  }

  /** How many partitions a topic has. */
  int partitionCount(String topic) {
    return partitions(consumer, topic, cluster).size();
  }

  /**
   * Without waiting for the answer to a fetch at the end of a topic, which may take half a second.
   */
  @Override
  public void close() {
    consumer.close(CloseOptions.timeout(Duration.ZERO));
  }

  private Map<TopicPartition, Long> begin(Collection<String> topics) {
    try {
      List<TopicPartition> partitions = new ArrayList<>();
      topics.forEach(topic -> partitions.addAll(partitions(consumer, topic, cluster)));
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      // For a reader of committed records the end lies before the first open transaction.
      return consumer.endOffsets(partitions);
    } catch (TimeoutException silent) {
      throw new ReadException("Kafka cannot be reached at " + cluster, silent);
    }
  }

  private boolean passed(TopicPartition partition, long end) {
    return end == 0 || consumer.position(partition) >= end;
  }

  /**
   * The partitions of a topic.
   *
   * @throws ReadException when it is not there
   */
  static List<TopicPartition> partitions(
      KafkaConsumer<byte[], byte[]> consumer, String topic, String cluster) {
    List<PartitionInfo> partitions = consumer.partitionsFor(topic);
    if (partitions == null || partitions.isEmpty()) {
      throw new ReadException(
          "topic "
              + topic
              + " is not there at "
              + cluster
              + "; `mooring topics apply` makes it, if this is the right cluster");
    }
    return partitions.stream()
        .map(partition -> new TopicPartition(topic, partition.partition()))
        .toList();
  }
}
