package dev.mooring.view;

import dev.mooring.contract.Topics;
import dev.mooring.contract.event.Event;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.common.TopicPartition;

/**
 * Events that a program adds by itself, kept and asked just as those of a cluster: for tests, and
 * for programs without Kafka. One thread adds; any number may ask.
 */
public final class InMemoryEvents implements EventsView {

  private final StoredEvents events;
  private final Map<TopicPartition, Long> next = new HashMap<>();
  private volatile Position position = Position.START;

  /**
   * No events.
   *
   * @param directory where the bodies are kept, until it is closed
   */
  public InMemoryEvents(Path directory) {
    this.events = new StoredEvents(directory);
  }

  /** Adds a valid event, as if a record of the topic held it. */
  public void add(Event event, int partition, long offset, Instant recorded) {
    events.add(event, partition, offset, recorded);
    events.publish();
    next.put(new TopicPartition(Topics.EVENTS.name(), partition), offset + 1);
    position = new Position(next);
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
    return new Freshness(true, 0, position, Optional.empty(), Optional.empty());
  }

  @Override
  public Subscription onEvents(Consumer<List<EventRecord>> listener) {
    return events.onEvents(listener);
  }

  @Override
  public void close() {
    events.close();
  }
}
