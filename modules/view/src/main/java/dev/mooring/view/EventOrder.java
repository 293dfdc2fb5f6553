package dev.mooring.view;

/**
 * Sorts rows. What is asked of the file, the place in the log, is asked only when all else is
 * equal.
 */
final class EventOrder {

  private final EventQuery.Order order;
  private final EventRows rows;
  private final boolean byOccurred;
  private final boolean latestFirst;

  EventOrder(EventQuery.Order order, EventRows rows) {
    this.order = order;
    this.rows = rows;
    this.byOccurred =
        order == EventQuery.Order.OCCURRED || order == EventQuery.Order.OCCURRED_LATEST_FIRST;
    this.latestFirst =
        order == EventQuery.Order.OCCURRED_LATEST_FIRST
            || order == EventQuery.Order.RECORDED_LATEST_FIRST;
  }

  boolean latestFirst() {
    return latestFirst;
  }

  /**
   * Whether a row may come before those of some time, or among them: what is asked of most rows.
   */
  boolean isUpTo(long limit, EventChunk chunk, int at) {
    long time = time(chunk, at);
    return latestFirst ? time >= limit : time <= limit;
  }

  /** The time by which a row is sorted first. */
  long time(int row) {
    return time(rows.chunk(row), EventChunk.at(row));
  }

  int compare(int row, int other) {
    EventChunk one = rows.chunk(row);
    EventChunk two = rows.chunk(other);
    int i = EventChunk.at(row);
    int j = EventChunk.at(other);
    int result = Long.compare(time(one, i), time(two, j));
    if (result == 0 && byOccurred) {
      result = Byte.compare(one.type[i], two.type[j]);
    }
    if (result == 0) {
      result = compareIds(one.idHigh[i], one.idLow[i], two.idHigh[j], two.idLow[j]);
    }
    if (result == 0 && row != other) {
      result = comparePlaces(row, rows.partition(other), rows.offset(other));
    }
    return latestFirst ? -result : result;
  }

  boolean isBehind(int row, EventCursor cursor) {
    EventChunk chunk = rows.chunk(row);
    int at = EventChunk.at(row);
    int result = Long.compare(time(chunk, at), cursor.time());
    if (result == 0 && byOccurred) {
      result = Integer.compare(chunk.type[at], cursor.type());
    }
    if (result == 0) {
      result = compareIds(chunk.idHigh[at], chunk.idLow[at], cursor.idHigh(), cursor.idLow());
    }
    if (result == 0) {
      result = comparePlaces(row, cursor.partition(), cursor.offset());
    }
    return latestFirst ? result < 0 : result > 0;
  }

  EventCursor cursor(int row) {
    EventChunk chunk = rows.chunk(row);
    int at = EventChunk.at(row);
    return new EventCursor(
        order,
        time(chunk, at),
        byOccurred ? chunk.type[at] : 0,
        chunk.idHigh[at],
        chunk.idLow[at],
        rows.partition(row),
        rows.offset(row));
  }

  private long time(EventChunk chunk, int at) {
    return byOccurred ? chunk.occurredAt[at] : chunk.recorded[at];
  }

  /** As their texts would be compared. */
  private static int compareIds(long high, long low, long otherHigh, long otherLow) {
    int byHigh = Long.compareUnsigned(high, otherHigh);
    return byHigh != 0 ? byHigh : Long.compareUnsigned(low, otherLow);
  }

  private int comparePlaces(int row, int partition, long offset) {
    int byPartition = Integer.compare(rows.partition(row), partition);
    return byPartition != 0 ? byPartition : Long.compare(rows.offset(row), offset);
  }
}
