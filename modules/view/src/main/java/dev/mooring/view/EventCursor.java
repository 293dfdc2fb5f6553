package dev.mooring.view;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Base64;

/**
 * What sorts an event: where a page ended and the next begins.
 *
 * @param order of which query
 * @param time milliseconds: when it happened or was recorded, as the order says
 * @param type number of its type; 0 in orders that do not ask for it
 */
record EventCursor(
    EventQuery.Order order,
    long time,
    int type,
    long idHigh,
    long idLow,
    int partition,
    long offset) {

  private static final int SIZE = 1 + Long.BYTES + 1 + 2 * Long.BYTES + Integer.BYTES + Long.BYTES;

  /** The text that {@link #parse} reads. */
  String text() {
    ByteBuffer bytes = ByteBuffer.allocate(SIZE);
    bytes.put(mark(order)).putLong(time).put((byte) type);
    bytes.putLong(idHigh).putLong(idLow).putInt(partition).putLong(offset);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
  }

  /**
   * Reads what {@link #text} wrote for a query of the same order.
   *
   * @throws IllegalArgumentException when it is something else
   */
  static EventCursor parse(String text, EventQuery.Order order) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
      if (bytes.remaining() != SIZE || bytes.get() != mark(order)) {
        throw unreadable(text, null);
      }
      return new EventCursor(
          order,
          bytes.getLong(),
          bytes.get(),
          bytes.getLong(),
          bytes.getLong(),
          bytes.getInt(),
          bytes.getLong());
    } catch (IllegalArgumentException | BufferUnderflowException malformed) {
      throw unreadable(text, malformed);
    }
  }

  private static byte mark(EventQuery.Order order) {
    return switch (order) {
      case OCCURRED -> 1;
      case OCCURRED_LATEST_FIRST -> 2;
      case RECORDED -> 3;
      case RECORDED_LATEST_FIRST -> 4;
    };
  }

  private static IllegalArgumentException unreadable(String text, Throwable cause) {
    return new IllegalArgumentException(
        "cursor: '" + text + "', should be what a page of the same query gave", cause);
  }
}
