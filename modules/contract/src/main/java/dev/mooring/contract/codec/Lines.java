package dev.mooring.contract.codec;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * The lines of a stream of bytes, each with its number. It splits bytes rather than characters, so
 * that one line that is too long or no UTF-8 spoils none of the others.
 */
final class Lines implements Closeable {

  private static final int BUFFER = 64 * 1024;
  private static final int SHOWN = 1000;
  private static final char MENDED = '\uFFFD';

  /**
   * One line.
   *
   * @param text without its line feed; a carriage return before that is still there
   * @param fault why it cannot be used; null when it can
   */
  record Line(long number, String text, String fault) {

    /** The line without its line end. */
    String raw() {
      return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }
  }

  private final InputStream in;
  private final byte[] buffer = new byte[BUFFER];
  private int from;
  private int to;
  private long number;

  Lines(InputStream in) {
    this.in = in;
  }

  /** The next line, null at the end. */
  Line next() throws IOException {
    if (!fill()) {
      return null;
    }
    number++;
    int end = lineFeed();
    if (end >= 0) {
      Line line = line(buffer, from, end - from);
      from = end + 1;
      return line;
    }
    return longLine();
  }

  /** A line that goes on behind the buffer, gathered up to the limit. */
  private Line longLine() throws IOException {
    ByteArrayOutputStream gathered = new ByteArrayOutputStream(2 * BUFFER);
    long length = 0;
    int end;
    do {
      end = lineFeed();
      int part = (end < 0 ? to : end) - from;
      length += part;
      gathered.write(
          buffer, from, Math.min(part, EventReaders.MAX_LINE_BYTES + 1 - gathered.size()));
      from += part;
    } while (end < 0 && fill());
    if (end >= 0) {
      from++;
    }
    byte[] bytes = gathered.toByteArray();
    return length > EventReaders.MAX_LINE_BYTES
        ? tooLong(bytes, length)
        : line(bytes, 0, bytes.length);
  }

  private boolean fill() throws IOException {
    while (from == to) {
      int count = in.read(buffer);
      if (count < 0) {
        return false;
      }
      from = 0;
      to = count;
    }
    return true;
  }

  private int lineFeed() {
    for (int i = from; i < to; i++) {
      if (buffer[i] == '\n') {
        return i;
      }
    }
    return -1;
  }

  private Line tooLong(byte[] bytes, long length) {
    String beginning = new String(bytes, 0, SHOWN, StandardCharsets.UTF_8);
    String fault =
        "has %d bytes, a line should have at most %d"
            .formatted(length, EventReaders.MAX_LINE_BYTES);
    return new Line(number, beginning, fault);
  }

  /**
   * The decoder of the JDK that mends what is no UTF-8 is several times as fast as the one that
   * tells of it, and leaves a trace: only where that is seen the other one decides.
   */
  private Line line(byte[] bytes, int offset, int length) {
    String mended = new String(bytes, offset, length, StandardCharsets.UTF_8);
    return mended.indexOf(MENDED) < 0
        ? new Line(number, mended, null)
        : strict(bytes, offset, length);
  }

  private Line strict(byte[] bytes, int offset, int length) {
    try {
      ByteBuffer encoded = ByteBuffer.wrap(bytes, offset, length);
      String text = StandardCharsets.UTF_8.newDecoder().decode(encoded).toString();
      return new Line(number, text, null);
    } catch (CharacterCodingException e) {
      String text = new String(bytes, offset, length, StandardCharsets.UTF_8);
      return new Line(number, text, "should be UTF-8 throughout");
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
