package dev.mooring.contract.codec;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Opens readers of events. All read UTF-8, with or without a byte order mark. */
public final class EventReaders {

  /** Most bytes of a line, a CSV record or an array element; the longest event needs far fewer. */
  public static final int MAX_LINE_BYTES = 128 * 1024;

  private static final int LOOK_AHEAD = 64 * 1024;
  private static final int[] BYTE_ORDER_MARK = {0xEF, 0xBB, 0xBF};

  private EventReaders() {}

  /**
   * Reads JSON: one event a line, or one array of events. Empty lines are skipped.
   *
   * @throws UncheckedIOException when the stream cannot be read
   */
  public static EventReader jsonLines(InputStream in) {
    BufferedInputStream start = afterByteOrderMark(in);
    return firstNonBlank(start) == '[' ? new JsonArrayReader(start) : new JsonLinesReader(start);
  }

  /**
   * Reads CSV (RFC 4180): a header row of field names, in any order, then one event a record. Empty
   * lines are skipped. A header that is wrong makes one {@code Unreadable}, and nothing behind it
   * is read.
   *
   * @throws UncheckedIOException when the stream cannot be read
   */
  public static EventReader csv(InputStream in) {
    return new CsvEventReader(afterByteOrderMark(in));
  }

  /**
   * Reads JSON when the first byte that is not blank is an opening brace or bracket, else CSV.
   *
   * @throws UncheckedIOException when the stream cannot be read
   */
  public static EventReader detect(InputStream in) {
    BufferedInputStream start = afterByteOrderMark(in);
    return switch (firstNonBlank(start)) {
      case '[' -> new JsonArrayReader(start);
      case '{' -> new JsonLinesReader(start);
      default -> new CsvEventReader(start);
    };
  }

  private static BufferedInputStream afterByteOrderMark(InputStream in) {
    BufferedInputStream start = new BufferedInputStream(in, LOOK_AHEAD);
    try {
      start.mark(BYTE_ORDER_MARK.length);
      for (int expected : BYTE_ORDER_MARK) {
        if (start.read() != expected) {
          start.reset();
          break;
        }
      }
      return start;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int firstNonBlank(BufferedInputStream in) {
    try {
      in.mark(LOOK_AHEAD);
      int next = ' ';
      for (int i = 0; i < LOOK_AHEAD && isBlank(next); i++) {
        next = in.read();
      }
      in.reset();
      return next;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isBlank(int c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
  }
}
