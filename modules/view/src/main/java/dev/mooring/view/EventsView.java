package dev.mooring.view;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The events topic, live and to be asked: every valid event by what it says. What is no event is
 * not here; the rejected topic tells of it.
 */
public interface EventsView extends AutoCloseable {

  /**
   * The events that a query finds.
   *
   * @param after {@link EventPage#next} of the page before; empty for the first
   * @param limit how many at most
   * @throws IllegalArgumentException when {@code after} is not what this query gave
   */
  EventPage find(EventQuery query, Optional<String> after, int limit);

  /** How many events the query finds in all. */
  long count(EventQuery query);

  /** How fresh the events are. */
  Freshness freshness();

  /** Tells of every event that is read from now on, on the thread that reads. */
  AutoCloseable onEvents(Consumer<List<EventRecord>> listener);

  /** Ends reading. */
  @Override
  void close();
}
