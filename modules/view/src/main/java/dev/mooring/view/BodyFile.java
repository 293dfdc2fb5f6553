package dev.mooring.view;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/**
 * Bodies of events in a temporary file, each with the place of its record. One thread appends; any
 * number may read what was flushed.
 *
 * <p>Reading goes through memory maps: the operating system caches them outside the heap, and
 * unlike a channel they are not closed for everybody when one reading thread is interrupted.
 * Writing goes through the channel, so that a full disk is an exception and not a fault. The file
 * has no name while it is used, where the system allows that: nothing is left after a kill.
 */
final class BodyFile implements AutoCloseable {

  private static final int SEGMENT = 1 << 26;
  private static final int UNIT = 16;
  private static final int HEADER = 2 * Integer.BYTES + Long.BYTES;
  private static final int BUFFER = 1 << 18;

  private final FileChannel channel;
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);
  private volatile MappedByteBuffer[] segments = {};
  private long flushed;

  /**
   * An empty file.
   *
   * @param directory where it lies; it takes about as much room as the bodies
   */
  BodyFile(Path directory) throws IOException {
    Path file = Files.createTempFile(directory, "mooring-events-", ".tmp");
    this.channel =
        FileChannel.open(
            file,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE);
  }

  /**
   * Appends a body.
   *
   * @return by what it is found again
   */
  int append(int partition, long offset, byte[] body) throws IOException {
    int size = padded(HEADER + body.length);
    if (size > BUFFER) {
      throw new IOException("a body of " + body.length + " bytes, should be below " + BUFFER);
    }
    if (end() + size > endOfSegment(flushed)) {
      flush();
      skipToFit(size);
    }
    if (size > buffer.remaining()) {
      flush();
    }
    int handle = handle(end());
    int start = buffer.position();
    buffer.putInt(body.length).putInt(partition).putLong(offset).put(body);
    buffer.position(start + size);
    return handle;
  }

  /** Lets readers see what was appended. */
  void flush() throws IOException {
    map(flushed);
    long position = flushed;
    // What failed is written once more by the next flush: the buffer itself stays as it is.
    ByteBuffer pending = buffer.duplicate().flip();
    while (pending.hasRemaining()) {
      position += channel.write(pending, position);
    }
    buffer.clear();
    flushed = position;
  }

  /** The body. */
  byte[] body(int handle) {
    ByteBuffer segment = segment(handle);
    int at = within(position(handle));
    byte[] body = new byte[segment.getInt(at)];
    segment.get(at + HEADER, body);
    return body;
  }

  /** The body, for the thread that appends: it may not have been flushed yet. */
  byte[] appendedBody(int handle) {
    long pending = position(handle) - flushed;
    if (pending < 0) {
      return body(handle);
    }
    int at = (int) pending;
    byte[] body = new byte[buffer.getInt(at)];
    buffer.get(at + HEADER, body);
    return body;
  }

  /** The partition of its record. */
  int partition(int handle) {
    return segment(handle).getInt(within(position(handle)) + Integer.BYTES);
  }

  /** The offset of its record. */
  long offset(int handle) {
    return segment(handle).getLong(within(position(handle)) + 2 * Integer.BYTES);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private ByteBuffer segment(int handle) {
    return segments[(int) (position(handle) / SEGMENT)];
  }

  /** The file grows by whole segments, of which the system stores only what was written. */
  private void map(long position) throws IOException {
    int number = (int) (position / SEGMENT);
    if (number == segments.length && buffer.position() > 0) {
      MappedByteBuffer[] more = Arrays.copyOf(segments, number + 1);
      more[number] = channel.map(FileChannel.MapMode.READ_WRITE, (long) number * SEGMENT, SEGMENT);
      segments = more;
    }
  }

  /** No record lies in two segments. */
  private void skipToFit(int size) {
    if (flushed % SEGMENT + size > SEGMENT) {
      flushed = endOfSegment(flushed);
    }
  }

  private static long endOfSegment(long position) {
    return (position / SEGMENT + 1) * SEGMENT;
  }

  private long end() {
    return flushed + buffer.position();
  }

  /** Counted in units and from the least integer on, so that 64 GiB can be told in four bytes. */
  private static long position(int handle) {
    return ((long) handle - Integer.MIN_VALUE) * UNIT;
  }

  private static int handle(long position) throws IOException {
    long handle = position / UNIT + Integer.MIN_VALUE;
    if (handle > Integer.MAX_VALUE) {
      throw new IOException("more than 64 GiB of events, which is the most that are kept");
    }
    return (int) handle;
  }

  private static int within(long position) {
    return (int) (position % SEGMENT);
  }

  private static int padded(int size) {
    return (size + UNIT - 1) / UNIT * UNIT;
  }
}
