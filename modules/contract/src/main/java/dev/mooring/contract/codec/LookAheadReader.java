package dev.mooring.contract.codec;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.NoSuchElementException;

/** The iterator part of a reader: a subclass says only what comes next. */
abstract class LookAheadReader implements EventReader {

  private final Closeable source;
  private EventReading next;
  private boolean ended;

  LookAheadReader(Closeable source) {
    this.source = source;
  }

  /** The next reading, null at the end. */
  abstract EventReading read() throws IOException;

  @Override
  public final boolean hasNext() {
    if (next == null && !ended) {
      try {
        next = read();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      ended = next == null;
    }
    return next != null;
  }

  @Override
  public final EventReading next() {
    if (!hasNext()) {
      throw new NoSuchElementException("the end is reached");
    }
    EventReading reading = next;
    next = null;
    return reading;
  }

  @Override
  public final void close() {
    try {
      source.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
