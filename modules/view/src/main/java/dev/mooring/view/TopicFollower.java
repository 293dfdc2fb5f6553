package dev.mooring.view;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads one topic on a thread of its own, without a consumer group, and goes on until it is closed:
 * every record once and in order within its partition, whatever happens to brokers and registry
 * meanwhile.
 */
final class TopicFollower implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(TopicFollower.class);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration TO_CLOSE = Duration.ofSeconds(1);
  private static final long PAUSE_MS = 500;

  /** Takes what is read, on the thread that reads. */
  interface Sink {

    /** Takes a record. When it throws, the same record comes again after a pause. */
    void take(ConsumerRecord<byte[], byte[]> record, int partitions);

    /** Some records were taken; for now there are no more at hand. */
    void taken();
  }

  private final ViewConfig config;
  private final String topic;
  private final long newest;
  private final Clock clock;
  private final Sink sink;
  private final Map<TopicPartition, Long> next = new HashMap<>();
  private final Map<TopicPartition, Long> firstEnds = new HashMap<>();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread;
  private volatile KafkaConsumer<byte[], byte[]> consumer;
  private volatile Freshness freshness =
      new Freshness(false, 0, Position.START, Optional.empty(), Optional.empty());
  private long lastLook;

  /**
   * Begins to read.
   *
   * @param newest how many records of each partition are read of those that are there already
   */
  TopicFollower(ViewConfig config, String topic, long newest, Clock clock, Sink sink) {
    this.config = config;
    this.topic = topic;
    this.newest = newest;
    this.clock = clock;
    this.sink = sink;
    this.thread = Thread.ofPlatform().daemon().name("mooring-view-" + topic).start(this::run);
  }

  Freshness freshness() {
    return freshness;
  }

  @Override
  public void close() {
    closing.countDown();
    KafkaConsumer<byte[], byte[]> reading = consumer;
    if (reading != null) {
      reading.wakeup();
    }
    boolean interrupted = false;
    while (thread.isAlive() && Thread.currentThread() != thread) {
      try {
        thread.join();
      } catch (InterruptedException stopped) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    while (closing.getCount() > 0) {
      try {
        followAnew();
      } catch (WakeupException stopped) {
        // asked for
      } catch (RuntimeException failed) {
        told(inWords(failed));
        pause();
      } catch (Error fatal) {
        told("reading " + topic + " has ended: " + fatal);
        throw fatal;
      }
    }
  }

  private void followAnew() {
    KafkaConsumer<byte[], byte[]> opened = new KafkaConsumer<>(settings());
    try {
      consumer = opened;
      follow(opened);
    } finally {
      opened.close(CloseOptions.timeout(TO_CLOSE));
    }
  }

  private void follow(KafkaConsumer<byte[], byte[]> reading) {
    List<TopicPartition> partitions = partitions(reading);
    reading.assign(partitions);
    if (firstEnds.isEmpty()) {
      begin(reading, partitions);
    }
    partitions.forEach(partition -> reading.seek(partition, next.get(partition)));
    while (closing.getCount() > 0) {
      take(reading.poll(POLL), reading);
      look(reading, partitions);
    }
  }

  private void begin(KafkaConsumer<byte[], byte[]> reading, List<TopicPartition> partitions) {
    Map<TopicPartition, Long> starts = reading.beginningOffsets(partitions);
    Map<TopicPartition, Long> ends = reading.endOffsets(partitions);
    ends.forEach(
        (partition, end) -> next.put(partition, Math.max(starts.get(partition), end - newest)));
    firstEnds.putAll(ends);
    heard(ends);
  }

  private void take(
      ConsumerRecords<byte[], byte[]> records, KafkaConsumer<byte[], byte[]> reading) {
    for (ConsumerRecord<byte[], byte[]> record : records) {
      sink.take(record, next.size());
      next.put(new TopicPartition(topic, record.partition()), record.offset() + 1);
    }
    if (!records.isEmpty()) {
      sink.taken();
    }
    // Positions pass over markers of transactions, which are never handed out as records.
    next.replaceAll((partition, offset) -> reading.position(partition));
    publish(
        Math.max(0, freshness.lag() - records.count()),
        records.isEmpty() ? freshness.readAt() : now(),
        freshness.trouble());
  }

  /** Asks for the ends now and then: it tells the lag, and whether anybody answers. */
  private void look(KafkaConsumer<byte[], byte[]> reading, List<TopicPartition> partitions) {
    if (System.nanoTime() - lastLook > BETWEEN_LOOKS.toNanos()) {
      heard(reading.endOffsets(partitions, PATIENCE));
    }
  }

  private void heard(Map<TopicPartition, Long> ends) {
    lastLook = System.nanoTime();
    long lag = 0;
    for (Map.Entry<TopicPartition, Long> end : ends.entrySet()) {
      lag += Math.max(0, end.getValue() - next.get(end.getKey()));
    }
    publish(lag, now(), Optional.empty());
  }

  private void publish(long lag, Optional<Instant> readAt, Optional<String> trouble) {
    boolean caughtUp =
        firstEnds.entrySet().stream().allMatch(end -> next.get(end.getKey()) >= end.getValue());
    freshness =
        new Freshness(freshness.caughtUp() || caughtUp, lag, new Position(next), readAt, trouble);
  }

  private Optional<Instant> now() {
    return Optional.of(clock.instant());
  }

  private void told(String trouble) {
    if (!freshness.trouble().equals(Optional.of(trouble))) {
      LOG.warn("{}; it is tried again", trouble);
    }
    freshness =
        new Freshness(
            freshness.caughtUp(),
            freshness.lag(),
            freshness.position(),
            freshness.readAt(),
            Optional.of(trouble));
  }

  private void pause() {
    try {
      boolean closed = closing.await(PAUSE_MS, TimeUnit.MILLISECONDS);
      LOG.debug("reading {} goes on: {}", topic, !closed);
    } catch (InterruptedException stopped) {
      closing.countDown();
    }
  }

  private List<TopicPartition> partitions(KafkaConsumer<byte[], byte[]> reading) {
    List<PartitionInfo> partitions = reading.partitionsFor(topic);
    if (partitions == null || partitions.isEmpty()) {
      throw new ReadException(
          "topic " + topic + " is not there at " + cluster() + "; `mooring topics apply` makes it");
    }
    return partitions.stream().map(info -> new TopicPartition(topic, info.partition())).toList();
  }

  private String inWords(RuntimeException failed) {
    return switch (failed) {
      case TimeoutException silent -> "Kafka does not answer at " + cluster();
      case OffsetOutOfRangeException gone ->
          "topic %s: what comes behind %s is gone; if the topic was made anew, start anew"
              .formatted(topic, new Position(next));
      case ReadException told -> told.getMessage();
      default -> "cannot read " + topic + ": " + failed;
    };
  }

  private Object cluster() {
    return config.consumer().get(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG);
  }

  private Map<String, Object> settings() {
    Map<String, Object> settings = config.committedReader();
    settings.put(
        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, newest == Long.MAX_VALUE ? "none" : "earliest");
    settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
    return settings;
  }
}
