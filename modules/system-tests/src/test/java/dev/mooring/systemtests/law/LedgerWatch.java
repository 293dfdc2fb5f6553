package dev.mooring.systemtests.law;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.contract.Topics;
import dev.mooring.contract.row.LedgerRow;
import dev.mooring.registry.AvroDeserializer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;

/**
 * Follows the ledger while it is written: whatever is committed adds up, and what has been read is
 * never unread.
 */
final class LedgerWatch implements AutoCloseable {

  private final AvroDeserializer deserializer = new AvroDeserializer();
  private final Map<String, LedgerRow> last = new TreeMap<>();
  private final List<String> problems = new CopyOnWriteArrayList<>();
  private final AtomicInteger commits = new AtomicInteger();
  private final FollowedLog log;

  LedgerWatch(Cluster cluster) {
    deserializer.configure(
        Map.of("schema.registry.url", cluster.registryUrl(), "specific.avro.reader", true), false);
    this.log = new FollowedLog(cluster, List.of(Topics.LEDGER.name()), this::check);
  }

  /** Something was seen, and nothing was wrong with it. */
  void assertSound() {
    Awaitility.await("a row of the ledger").until(() -> commits.get() > 0);
    assertThat(problems).isEmpty();
  }

  /** How many rows were seen. */
  int commits() {
    return commits.get();
  }

  @Override
  public void close() {
    try (deserializer) {
      log.close();
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
