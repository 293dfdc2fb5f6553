package dev.mooring.contract.codec;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Puts lines together to CSV records, which go on over line ends inside quotes. A quote that is not
 * closed within the limit of a record spoils its own line only: the lines behind it are read anew.
 */
final class CsvRecords implements Closeable {

  private static final String UNCLOSED =
      "has a quoted field that does not end within %d characters"
          .formatted(EventReaders.MAX_LINE_BYTES);

  private final Lines lines;
  private final Deque<Lines.Line> ahead = new ArrayDeque<>();

  CsvRecords(InputStream in) {
    this.lines = new Lines(in);
  }

  /** The next record that is not empty, under the number of its first line; null at the end. */
  Lines.Line next() throws IOException {
    Lines.Line first = take();
    while (first != null && first.fault() == null && first.raw().isEmpty()) {
      first = take();
    }
    if (first == null || first.fault() != null) {
      return first;
    }
    Quotes quotes = new Quotes();
    quotes.read(first.text());
    return quotes.open() ? join(first, quotes) : first;
  }

  private Lines.Line join(Lines.Line first, Quotes quotes) throws IOException {
    StringBuilder text = new StringBuilder(first.text());
    Deque<Lines.Line> joined = new ArrayDeque<>();
    while (quotes.open()) {
      Lines.Line line = take();
      if (line != null) {
        joined.addLast(line);
      }
      if (line == null
          || line.fault() != null
          || text.length() + line.text().length() > EventReaders.MAX_LINE_BYTES) {
        joined.descendingIterator().forEachRemaining(ahead::addFirst);
        return new Lines.Line(first.number(), first.text(), UNCLOSED);
      }
      quotes.read("\n");
      quotes.read(line.text());
      text.append('\n').append(line.text());
    }
    return new Lines.Line(first.number(), text.toString(), null);
  }

  private Lines.Line take() throws IOException {
    return ahead.isEmpty() ? lines.next() : ahead.removeFirst();
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }

  /**
   * Follows whether a text stands inside quotes. A quote opens a field only at its start; two are
   * one.
   */
  private static final class Quotes {

    private boolean quoted;
    private boolean closed;
    private boolean fieldStart = true;

    boolean open() {
      return quoted;
    }

    void read(String text) {
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        if (quoted) {
          quoted = c != '"';
          closed = !quoted;
        } else {
          quoted = c == '"' && (fieldStart || closed);
          closed = false;
          fieldStart = c == ',' || c == '\r';
        }
      }
    }
  }
}
