package dev.mooring.systemtests.law;

import dev.mooring.contract.TopicSpec;
import dev.mooring.contract.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Reads all rows as they are committed, and remembers them: what it was shown must be in the log
 * for ever. A row that was aborted afterwards, or that a broker lost, is not.
 */
final class CommittedWatch implements AutoCloseable {

  private static final List<String> TOPICS = Topics.OUTPUTS.stream().map(TopicSpec::name).toList();

  /** What was shown: a digest of each record by offset. */
  private final Map<TopicPartition, NavigableMap<Long, Integer>> shown = new HashMap<>();

  /** When the last row of each key of the ledger came, and the longest wait for one since asked. */
  private final Map<String, Long> lastRow = new ConcurrentHashMap<>();

  private final Map<String, Duration> silence = new ConcurrentHashMap<>();
  private final Cluster cluster;
  private final FollowedLog log;

  CommittedWatch(Cluster cluster) {
    this.cluster = cluster;
    this.log = new FollowedLog(cluster, TOPICS, this::take);
  }

  /** Measures {@link #longestSilence} from now on. */
  void measure() {
    silence.clear();
    lastRow.replaceAll((key, at) -> System.nanoTime());
  }

  /** The longest time in which nothing of a partition of the events was committed. */
  Duration longestSilence() {
    return silence.values().stream().max(Duration::compareTo).orElse(Duration.ZERO);
  }

  /** What it was shown and is not in the log, or is there otherwise; empty when all is well. */
  List<String> problems() {
    List<String> problems = new ArrayList<>();
    Map<TopicPartition, NavigableMap<Long, Integer>> there = new HashMap<>();
    try (CommittedLog again = new CommittedLog(cluster.bootstrapServers(), TOPICS)) {
      again.readToEnd(record -> put(there, record));
    }
    forEachShown(
        (partition, records) -> {
          NavigableMap<Long, Integer> kept = there.getOrDefault(partition, new TreeMap<>());
          if (!records.equals(kept.headMap(records.lastKey(), true))) {
            problems.add(
                "%s: %d records up to %d were shown, of %d that are there"
                    .formatted(partition, records.size(), records.lastKey(), kept.size()));
          }
        });
    return problems;
  }

  /** How many rows it was shown. */
  long rows() {
    long[] sum = {0};
    forEachShown((partition, records) -> sum[0] += records.size());
    return sum[0];
  }

  @Override
  public void close() {
    log.close();
  }

  private void forEachShown(BiConsumer<TopicPartition, NavigableMap<Long, Integer>> to) {
    synchronized (shown) {
      shown.forEach(to);
    }
  }

  private void take(ConsumerRecord<byte[], byte[]> record) {
    synchronized (shown) {
      put(shown, record);
    }
    if (record.topic().equals(Topics.LEDGER.name())) {
      String key = new String(record.key(), StandardCharsets.UTF_8);
      long now = System.nanoTime();
      Long before = lastRow.put(key, now);
      if (before != null) {
        silence.merge(key, Duration.ofNanos(now - before), CommittedWatch::longer);
      }
    }
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  private static void put(
      Map<TopicPartition, NavigableMap<Long, Integer>> to, ConsumerRecord<byte[], byte[]> record) {
    to.computeIfAbsent(
            new TopicPartition(record.topic(), record.partition()), none -> new TreeMap<>())
        .put(record.offset(), 31 * Arrays.hashCode(record.key()) + Arrays.hashCode(record.value()));
  }
}
