package dev.mooring.contract.codec;

import java.util.Iterator;

/**
 * Reads events one by one, in constant memory. A bad line is a reading like any other, and reading
 * goes on behind it. For one thread.
 *
 * <p>When the stream itself fails, {@code hasNext} and {@code next} throw {@link
 * java.io.UncheckedIOException}; nothing that stands in the stream makes them throw.
 */
public interface EventReader extends Iterator<EventReading>, AutoCloseable {

  /** Closes the stream. */
  @Override
  void close();
}
