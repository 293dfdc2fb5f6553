package dev.mooring.view;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;

/** Answers one query by a look at every row, of which only those of the page are read whole. */
final class EventScan {

  private final EventRows rows;
  private final EventMatcher matcher;
  private final EventOrder order;

  EventScan(EventQuery query, EventColumns columns) {
    // Rows first: what they name is in the dictionaries by then.
    this.rows = columns.rows();
    this.matcher = new EventMatcher(query, columns, rows);
    this.order = new EventOrder(query.order(), rows);
  }

  /** Is shown events. */
  @FunctionalInterface
  interface Visitor {
    void visit(EventChunk chunk, int at);
  }

  /** Shows every event that is found, in no order that may be relied on. */
  void each(Visitor visitor) {
    for (int row = 0; row < rows.count(); row++) {
      EventChunk chunk = rows.chunk(row);
      int at = EventChunk.at(row);
      if (matcher.matches(chunk, at)) {
        visitor.visit(chunk, at);
      }
    }
  }

  long count() {
    long[] count = {0};
    each((chunk, at) -> count[0]++);
    return count[0];
  }

  EventPage page(Optional<EventCursor> after, int limit) {
    List<Integer> first = first(after.orElse(null), limit + 1);
    boolean more = first.size() > limit;
    List<Integer> shown = more ? first.subList(0, limit) : first;
    EventBodies reader = new EventBodies();
    return new EventPage(
        shown.stream().map(row -> rows.record(row, reader)).toList(),
        more ? Optional.of(order.cursor(shown.getLast()).text()) : Optional.empty());
  }

  /**
   * The first rows in order. Rows lie roughly in the order of time: looked at from the end that the
   * order begins with, few have to be put in their place.
   */
  private List<Integer> first(EventCursor after, int number) {
    PriorityQueue<Integer> last = new PriorityQueue<>((a, b) -> order.compare(b, a));
    int count = rows.count();
    long limit = order.latestFirst() ? Long.MIN_VALUE : Long.MAX_VALUE;
    for (int i = 0; i < count; i++) {
      int row = order.latestFirst() ? count - 1 - i : i;
      EventChunk chunk = rows.chunk(row);
      int at = EventChunk.at(row);
      if (order.isUpTo(limit, chunk, at)
          && matcher.matches(chunk, at)
          && (after == null || order.isBehind(row, after))
          && keepFirst(last, row, number)) {
        limit = order.time(last.element());
      }
    }
    List<Integer> first = new ArrayList<>(last);
    first.sort(order::compare);
    return Collections.unmodifiableList(first);
  }

  /** Whether there are enough now, so that only better ones are of interest. */
  private boolean keepFirst(PriorityQueue<Integer> last, int row, int number) {
    if (last.size() < number) {
      last.add(row);
    } else if (order.compare(row, last.element()) < 0) {
      last.remove();
      last.add(row);
    }
    return last.size() == number;
  }
}
