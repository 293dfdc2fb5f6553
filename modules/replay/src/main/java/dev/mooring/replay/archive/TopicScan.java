package dev.mooring.replay.archive;

import dev.mooring.replay.archive.Manifest.Partition;
import dev.mooring.view.ViewConfig;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/** Reads stretches of a topic as bytes, without a consumer group: what is committed. */
final class TopicScan implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(500);
  private static final int PATIENCE_MS = 15_000;

  private final String topic;
  private final String cluster;
  private final KafkaConsumer<byte[], byte[]> consumer;

  /** Takes a record. */
  interface Sink {
    void take(ConsumerRecord<byte[], byte[]> record) throws IOException;
  }

  TopicScan(ViewConfig config, String topic) {
    this.topic = topic;
    this.cluster = config.consumer().get(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG).toString();
    this.consumer = new KafkaConsumer<>(settings(config));
  }

  /** Where the partitions begin and end now. */
  List<Partition> stretches() {
    try {
      List<PartitionInfo> found = consumer.partitionsFor(topic);
      if (found == null || found.isEmpty()) {
        throw new ArchiveException(
            "topic %s is not there at %s; `mooring topics apply` makes it"
                .formatted(topic, cluster));
      }
      List<TopicPartition> partitions =
          found.stream().map(each -> new TopicPartition(topic, each.partition())).toList();
      Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions);
      // For a reader of committed records the end lies before the first open transaction.
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      return partitions.stream()
          .map(each -> new Partition(each.partition(), begins.get(each), ends.get(each)))
          .sorted(java.util.Comparator.comparingInt(Partition::partition))
          .toList();
    } catch (TimeoutException silent) {
      throw new ArchiveException("Kafka cannot be reached at " + cluster, silent);
    }
  }

  /** Hands over the records of stretches, from first to before next. */
  void read(Collection<Partition> stretches, Sink to) throws IOException {
    Map<TopicPartition, Long> open = begin(stretches);
    long lastProgress = System.nanoTime();
    while (!open.isEmpty()) {
      boolean came = poll(open, to);
      boolean ended = closePassed(open);
      if (came || ended) {
        lastProgress = System.nanoTime();
      } else if (Duration.ofNanos(System.nanoTime() - lastProgress).toMillis() > PATIENCE_MS) {
        throw new ArchiveException(
            "Kafka at " + cluster + " gives nothing more of " + open.keySet());
      }
    }
  }

  /** Goes to where the stretches begin; returns where those end in which there is something. */
  private Map<TopicPartition, Long> begin(Collection<Partition> stretches) {
    Map<TopicPartition, Long> open = new HashMap<>();
    Map<TopicPartition, Long> begins = new HashMap<>();
    for (Partition stretch : stretches) {
      if (stretch.first() < stretch.next()) {
        TopicPartition partition = new TopicPartition(topic, stretch.partition());
        begins.put(partition, stretch.first());
        open.put(partition, stretch.next());
      }
    }
    consumer.assign(open.keySet());
    begins.forEach(consumer::seek);
    return open;
  }

  /** Hands over what comes next; returns whether anything came. */
  private boolean poll(Map<TopicPartition, Long> open, Sink to) throws IOException {
    var records = consumer.poll(POLL);
    for (ConsumerRecord<byte[], byte[]> record : records) {
      Long end = open.get(new TopicPartition(topic, record.partition()));
      if (end != null && record.offset() < end) {
        to.take(record);
      }
    }
    return !records.isEmpty();
  }

  /**
   * Reads no more of partitions whose end was passed; returns whether there are any. Positions pass
   * over markers of transactions, which are never handed out as records.
   */
  private boolean closePassed(Map<TopicPartition, Long> open) {
    List<TopicPartition> done = new ArrayList<>(open.keySet());
    done.removeIf(each -> consumer.position(each) < open.get(each));
    done.forEach(open::remove);
    consumer.pause(done);
    return !done.isEmpty();
  }

  @Override
  public void close() {
    consumer.close(
        CloseOptions.timeout(Duration.ZERO)); // no fetch is waited for, and no group left
  }

  private static Map<String, Object> settings(ViewConfig config) {
    Map<String, Object> settings = config.committedReader();
    // A gap must be an error: silently going on behind it would lose records.
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
    return settings;
  }
}
