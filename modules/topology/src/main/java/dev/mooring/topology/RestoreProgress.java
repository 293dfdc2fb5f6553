package dev.mooring.topology;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.StateRestoreListener;

/** Counts what Kafka Streams reads of the changelogs of active tasks. */
final class RestoreProgress implements StateRestoreListener {

  private final InstantSource clock;
  private final Map<TopicPartition, Long> left = new HashMap<>();
  private long entries;
  private boolean begun;
  private Instant began;
  private Instant last;

  RestoreProgress(InstantSource clock) {
    this.clock = clock;
    this.began = clock.instant();
    this.last = began;
  }

  /** How far it is now. */
  synchronized Restoring now() {
    long offsets = left.values().stream().mapToLong(Long::longValue).sum();
    return new Restoring(left.size(), entries, offsets, began, last);
  }

  @Override
  public synchronized void onRestoreStart(
      TopicPartition partition, String store, long from, long end) {
    left.put(partition, Math.max(0, end - from));
    last = clock.instant();
    if (!begun) {
      begun = true;
      began = last;
    }
  }

  @Override
  public synchronized void onBatchRestored(
      TopicPartition partition, String store, long offset, long count) {
    entries += count;
    left.computeIfPresent(partition, (key, before) -> Math.max(0, before - count));
    last = clock.instant();
  }

  @Override
  public synchronized void onRestoreEnd(TopicPartition partition, String store, long total) {
    left.remove(partition);
    last = clock.instant();
  }

  @Override
  public synchronized void onRestoreSuspended(TopicPartition partition, String store, long total) {
    onRestoreEnd(partition, store, total);
  }
}
