package dev.mooring.view;

import dev.mooring.metrics.Count;
import dev.mooring.metrics.Explanation;
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
   * @throws IllegalArgumentException when {@code after} is not what a page of this query gave, or
   *     {@code limit} is below 1
   */
  EventPage find(EventQuery query, Optional<String> after, int limit);

  /** How many events the query finds in all. */
  long count(EventQuery query);

  /**
   * How many events the query finds in all, apart by what they say.
   *
   * @param by what is counted apart; empty for one count of all
   * @param atMost how many counts the caller takes
   * @return the counts above zero, in the order of what they are of; one, that may be zero, when
   *     {@code by} is empty
   * @throws IllegalArgumentException when there are more counts than the caller takes
   */
  List<EventCount> count(EventQuery query, List<EventDimension> by, int atMost);

  /** The events behind a number, as far as was read. */
  default Explanation explain(Count count) {
    return ExplanationQuery.explain(this, count);
  }

  /** How fresh the events are. */
  Freshness freshness();

  /**
   * Tells of every event that is read from now on, on the thread that reads: a listener that is
   * slow delays the view, one that throws is told to the log and goes on being called. What it is
   * told of can be found already.
   *
   * @return the way to end it
   */
  Subscription onEvents(Consumer<List<EventRecord>> listener);

  /** Ends reading. */
  @Override
  void close();

  /** A listener that listens, until it is closed. */
  interface Subscription extends AutoCloseable {

    @Override
    void close();
  }
}
