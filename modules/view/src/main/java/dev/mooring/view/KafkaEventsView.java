package dev.mooring.view;

import dev.mooring.contract.Topics;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * The events of a cluster, live. It reads the topic from its beginning and then goes on; where
 * Kafka or the registry cannot be reached it says so in {@link #freshness} and tries again until
 * they can. A scan answers every question: of ten million events in tens of milliseconds.
 *
 * <p>Memory: some 66 bytes of heap an event and, outside the heap, the events themselves in a
 * temporary file, of which the operating system keeps in memory what is asked for.
 */
public final class KafkaEventsView implements EventsView {

  private final StoredEvents events;
  private final ValueDecoder decoder;
  private final TopicFollower follower;

  private KafkaEventsView(ViewConfig config, Path directory, Clock clock) {
    this.decoder = new ValueDecoder(config);
    this.events = new StoredEvents(directory);
    this.follower =
        new TopicFollower(
            config,
            Topics.EVENTS.name(),
            Long.MAX_VALUE,
            clock,
            new Taking(new EventAdmission(decoder), events));
  }

  /**
   * Begins to read.
   *
   * @param directory where the temporary file lies, with room for all events: about as much as the
   *     topic has uncompressed
   * @param clock for {@link Freshness#readAt}
   * @throws ReadException when the file cannot be made
   */
  public static KafkaEventsView open(ViewConfig config, Path directory, Clock clock) {
    return new KafkaEventsView(config, directory, clock);
  }

  @Override
  public EventPage find(EventQuery query, Optional<String> after, int limit) {
    return events.find(query, after, limit);
  }

  @Override
  public long count(EventQuery query) {
    return events.count(query);
  }

  @Override
  public List<EventCount> count(EventQuery query, List<EventDimension> by, int atMost) {
    return events.count(query, by, atMost);
  }

  @Override
  public Freshness freshness() {
    return follower.freshness();
  }

  @Override
  public Subscription onEvents(Consumer<List<EventRecord>> listener) {
    return events.onEvents(listener);
  }

  @Override
  public void close() {
    follower.close();
    decoder.close();
    events.close();
  }

  /** Puts what is read into the store. */
  private record Taking(EventAdmission admission, StoredEvents events)
      implements TopicFollower.Sink {

    @Override
    public void take(ConsumerRecord<byte[], byte[]> record, int partitions) {
      Instant recorded = Instant.ofEpochMilli(record.timestamp());
      admission
          .admit(record, partitions)
          .ifPresent(event -> events.add(event, record.partition(), record.offset(), recorded));
    }

    @Override
    public void taken() {
      events.publish();
    }
  }
}
