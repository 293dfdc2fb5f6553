package dev.mooring.replay.log;

import dev.mooring.replay.ReplayException;
import dev.mooring.view.ViewConfig;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
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

/**
 * Reads stretches of partitions: what is committed, as bytes, without a consumer group. For one
 * thread only.
 */
final class PartitionReader implements AutoCloseable {

  /**
   * Nothing is waited for but the way there and back: what is read is in the log. A longer wait
   * would be had at the end of every partition that ends with the mark of a transaction.
   */
  private static final Duration POLL = Duration.ofMillis(20);

  /** How long a cluster may be silent before it counts as unreachable. */
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final String cluster;

  PartitionReader(ViewConfig config) {
    this.consumer = new KafkaConsumer<>(settings(config));
    this.cluster = config.consumer().get(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG).toString();
  }

  /** All that topics hold at present, for a reader of committed records. */
  Map<TopicPartition, Extent> extents(Collection<String> topics) {
    try {
      List<TopicPartition> partitions = topics.stream().flatMap(this::partitions).toList();
      Map<TopicPartition, Long> starts = consumer.beginningOffsets(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      Map<TopicPartition, Extent> extents = new LinkedHashMap<>();
      for (TopicPartition partition : partitions) {
        long start = starts.get(partition);
        extents.put(partition, new Extent(start, Math.max(start, ends.get(partition))));
      }
      return extents;
    } catch (TimeoutException silent) {
      throw new ReplayException("Kafka cannot be reached at " + cluster, silent);
    }
  }

  /**
   * Hands over the records of a stretch, a poll's worth at a time.
   *
   * @param polled is told the next offset after each poll; it may throw to give up
   */
  void read(
      TopicPartition partition,
      Extent extent,
      Consumer<ConsumerRecord<byte[], byte[]>> to,
      Consumer<Long> polled) {
    if (extent.length() == 0) {
      return;
    }
    consumer.assign(List.of(partition));
    consumer.seek(partition, extent.start());
    long next = extent.start();
    long lastProgress = System.nanoTime();
    while (next < extent.end()) {
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
        if (record.offset() < extent.end()) {
          to.accept(record);
        }
      }
      // Positions pass over markers of transactions, which are never handed out as records.
      long now = Math.min(consumer.position(partition), extent.end());
      polled.accept(now);
      if (now > next) {
        next = now;
        lastProgress = System.nanoTime();
      } else if (System.nanoTime() - lastProgress > PATIENCE.toNanos()) {
        throw new ReplayException("Kafka at " + cluster + " gives nothing more of " + partition);
      }
    }
  }

  @Override
  public void close() {
    consumer.close(
        CloseOptions.timeout(Duration.ZERO)); // no fetch is waited for, and no group left
  }

  private java.util.stream.Stream<TopicPartition> partitions(String topic) {
    List<PartitionInfo> partitions = consumer.partitionsFor(topic);
    if (partitions == null || partitions.isEmpty()) {
      throw new ReplayException(
          "topic "
              + topic
              + " is not there at "
              + cluster
              + "; `mooring topics apply` makes it, if this is the right cluster");
    }
    return partitions.stream()
        .map(partition -> new TopicPartition(topic, partition.partition()))
        .sorted(java.util.Comparator.comparingInt(TopicPartition::partition));
  }

  private static Map<String, Object> settings(ViewConfig config) {
    Map<String, Object> settings = config.committedReader();
    // A gap must be an error: silently going on behind it would lose records.
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
    settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, (int) POLL.toMillis());
    return settings;
  }
}
