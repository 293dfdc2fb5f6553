package dev.mooring.benchmarks.latency;

import dev.mooring.benchmarks.rows.CommittedRecords;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** Follows the rows of a topic as committed, on a thread of its own, and notes those of probes. */
final class RowReader implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(100);

  private final Hop hop;
  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Thread thread;
  private final AtomicReference<RuntimeException> failure = new AtomicReference<>();
  private volatile boolean closed;

  private RowReader(String bootstrap, Hop hop) {
    this.hop = hop;
    this.consumer = new KafkaConsumer<>(CommittedRecords.settings(bootstrap));
    this.thread = new Thread(this::follow, "reader of " + hop.topic().name());
  }

  /** Starts at the end of the topic. */
  static RowReader start(String bootstrap, Hop hop) {
    RowReader reader = new RowReader(bootstrap, hop);
    reader.assign();
    reader.thread.start();
    return reader;
  }

  /** Why it reads no longer. */
  Optional<RuntimeException> failure() {
    return Optional.ofNullable(failure.get());
  }

  @Override
  public void close() {
    closed = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void assign() {
    List<TopicPartition> partitions =
        consumer.partitionsFor(hop.topic().name()).stream()
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToEnd(partitions);
    partitions.forEach(consumer::position);
  }

  private void follow() {
    try (consumer) {
      while (!closed) {
        var polled = consumer.poll(POLL);
        long now = System.nanoTime();
        polled.forEach(row -> hop.seen(row.key(), now));
      }
    } catch (RuntimeException e) {
      failure.set(e);
    }
  }
}
