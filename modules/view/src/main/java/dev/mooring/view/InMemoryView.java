package dev.mooring.view;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.mooring.contract.TopicSpec;
import dev.mooring.contract.Topics;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * A view without Kafka, for tests and for rows that were made rather than read: what is put shows
 * when it is published, in one step. Each topic counts as one partition.
 */
public final class InMemoryView implements View {

  private final RowCodecs codecs;
  private final LiveRows rows;
  private final Map<TopicPartition, Long> next = new HashMap<>();
  private Step step = new Step();

  /** Holds all topics of rows. */
  public InMemoryView() {
    this(Topics.rows());
  }

  /** Holds the given topics, all of them empty. */
  public InMemoryView(Collection<TopicSpec> topics) {
    this.codecs = RowCodecs.own(topics);
    this.rows = new LiveRows(codecs);
  }

  /**
   * Takes the next record of a topic; null withdraws the row.
   *
   * @throws IllegalArgumentException when the topic is not held
   */
  public synchronized void put(TopicSpec topic, String key, SpecificRecord row) {
    RowCodec codec = codecs.of(topic);
    byte[] value = row == null ? null : codec.encode(row);
    TopicPartition partition = new TopicPartition(topic.name(), 0);
    long offset = next.getOrDefault(partition, 0L);
    next.put(partition, offset + 1);
    step.add(new RawRow(topic, 0, offset, key.getBytes(UTF_8), value));
  }

  /** Shows what was put since the last call, and tells the listeners, on this thread. */
  public synchronized Snapshot publish() {
    Step whole = step;
    step = new Step();
    if (whole.size() > 0) {
      Position position = new Position(next);
      rows.take(whole, position, position);
    }
    return snapshot();
  }

  @Override
  public Snapshot snapshot() {
    return rows.present();
  }

  @Override
  public Freshness freshness() {
    return new Freshness(true, 0, snapshot().position(), Optional.empty(), Optional.empty());
  }

  @Override
  public boolean await(Position position, Duration atMost) throws InterruptedException {
    return rows.await(position, atMost);
  }

  @Override
  public boolean awaitCaughtUp(Duration atMost) {
    return true;
  }

  @Override
  public Subscription onChanges(Consumer<Changes> listener) {
    return rows.onChanges(listener);
  }

  @Override
  public void close() {
    rows.end();
  }
}
