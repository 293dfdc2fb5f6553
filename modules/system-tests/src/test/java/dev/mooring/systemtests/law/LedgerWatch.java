package dev.mooring.systemtests.law;

import dev.mooring.contract.Topics;
import dev.mooring.contract.row.LedgerRow;
import dev.mooring.registry.AvroDeserializer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Follows the ledger while it is written: whatever is committed adds up, and what has been read is
 * never unread.
 */
final class LedgerWatch implements AutoCloseable {

  private final CommittedLog log;
  private final AvroDeserializer deserializer = new AvroDeserializer();
  private final Map<String, LedgerRow> last = new TreeMap<>();
  private final List<String> problems = new CopyOnWriteArrayList<>();
  private final AtomicInteger commits = new AtomicInteger();
  private final CompletableFuture<Void> following;
  private volatile boolean stopped;

  LedgerWatch(Cluster cluster) {
    this.log = new CommittedLog(cluster.bootstrapServers(), List.of(Topics.LEDGER.name()));
    deserializer.configure(
        Map.of("schema.registry.url", cluster.registryUrl(), "specific.avro.reader", true), false);
    this.following = CompletableFuture.runAsync(this::follow, Thread.ofPlatform()::start);
  }

  /** What was wrong so far. */
  List<String> problems() {
    return List.copyOf(problems);
  }

  /** How many rows were seen. */
  int commits() {
    return commits.get();
  }

  @Override
  public void close() {
    stopped = true;
    try {
      following.join();
    } finally {
      log.close();
      deserializer.close();
    }
  }

  private void follow() {
    while (!stopped) {
      log.poll(this::check);
    }
  }

  private void check(ConsumerRecord<byte[], byte[]> record) {
    String key = new String(record.key(), StandardCharsets.UTF_8);
    LedgerRow row = (LedgerRow) deserializer.deserialize(record.topic(), record.value());
    LedgerRow before = last.put(key, row);
    commits.incrementAndGet();
    if (row.getRead() != sum(row)) {
      problems.add("does not add up to " + sum(row) + ": " + row);
    }
    if (before != null && row.getRead() < before.getRead()) {
      problems.add("went back from " + before + " to " + row);
    }
    if (!key.equals(Long.toString(row.getPartition()))) {
      problems.add("under key " + key + ": " + row);
    }
  }

  private static long sum(LedgerRow row) {
    return row.getStanding()
        + row.getDisputed()
        + row.getRetracted()
        + row.getSuperseded()
        + row.getDuplicate()
        + row.getRejected();
  }
}
