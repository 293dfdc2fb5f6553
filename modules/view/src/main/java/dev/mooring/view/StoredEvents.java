package dev.mooring.view;

import dev.mooring.contract.event.Event;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What all views of events share: the columns, the questions put to them, and the listeners. */
final class StoredEvents implements AutoCloseable {

  private final EventColumns columns;
  private final EventListeners<EventRecord> listeners = new EventListeners<>();
  private final List<Integer> news = new ArrayList<>();
  private final EventBodies reader = new EventBodies();

  StoredEvents(Path directory) {
    this.columns = new EventColumns(directory);
  }

  /** Adds a valid event, which nobody sees yet. */
  void add(Event event, int partition, long offset, Instant recorded) {
    int row = columns.add(event, partition, offset, recorded.toEpochMilli());
    if (!listeners.isEmpty()) {
      news.add(row);
    }
  }

  /** Shows what was added, and tells of it. */
  void publish() {
    columns.publish();
    EventRows rows = columns.rows();
    List<EventRecord> records = news.stream().map(row -> rows.record(row, reader)).toList();
    news.clear();
    if (!records.isEmpty()) {
      listeners.tell(records);
    }
  }

  EventPage find(EventQuery query, Optional<String> after, int limit) {
    if (limit < 1) {
      throw new IllegalArgumentException("limit: " + limit + ", should be 1 or more");
    }
    Optional<EventCursor> cursor = after.map(text -> EventCursor.parse(text, query.order()));
    return new EventScan(query, columns).page(cursor, limit);
  }

  long count(EventQuery query) {
    return new EventScan(query, columns).count();
  }

  List<EventCount> count(EventQuery query, List<EventDimension> by, int atMost) {
    EventScan scan = new EventScan(query, columns);
    EventTally tally = new EventTally(columns, by, atMost);
    scan.each(tally::add);
    return tally.counts();
  }

  EventsView.Subscription onEvents(Consumer<List<EventRecord>> listener) {
    return listeners.add(listener);
  }

  @Override
  public void close() {
    columns.close();
  }
}
