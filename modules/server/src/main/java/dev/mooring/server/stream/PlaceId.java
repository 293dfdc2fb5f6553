package dev.mooring.server.stream;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Places as the {@code id} of an event: opaque to clients, and short, as every event bears one.
 *
 * @param issued when it was given, to the second
 */
record PlaceId(Instant issued, Places places) {

  private static final int VERSION = 1;
  private static final int MOST_PARTITIONS = 100_000;

  String encode() {
    ByteArrayOutputStream out = new ByteArrayOutputStream(64);
    out.write(VERSION);
    number(out, issued.getEpochSecond());
    long mask = 0;
    for (Feed feed : places.feeds()) {
      mask |= 1L << feed.code();
    }
    number(out, mask);
    for (Feed feed : places.feeds()) {
      long[] offsets = places.offsets(feed);
      number(out, offsets.length);
      for (long offset : offsets) {
        number(out, offset);
      }
    }
    return Base64.getUrlEncoder().withoutPadding().encodeToString(out.toByteArray());
  }

  /** Reads what {@link #encode} wrote; empty when it is none. */
  static Optional<PlaceId> decode(String text) {
    try {
      ByteBuffer in = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
      if (in.get() != VERSION) {
        return Optional.empty();
      }
      Instant issued = Instant.ofEpochSecond(number(in));
      Places places = new Places(feeds(number(in)));
      for (Feed feed : places.feeds()) {
        offsets(in, feed, places);
      }
      return in.hasRemaining() ? Optional.empty() : Optional.of(new PlaceId(issued, places));
    } catch (IllegalArgumentException | BufferUnderflowException | java.time.DateTimeException no) {
      return Optional.empty();
    }
  }

  private static void offsets(ByteBuffer in, Feed feed, Places places) {
    long partitions = number(in);
    if (partitions > MOST_PARTITIONS) {
      throw new IllegalArgumentException("too many partitions: " + partitions);
    }
    for (int partition = 0; partition < partitions; partition++) {
      places.reach(feed, partition, number(in));
    }
  }

  private static Set<Feed> feeds(long mask) {
    Set<Feed> feeds = EnumSet.noneOf(Feed.class);
    for (Feed feed : Feed.values()) {
      if ((mask & 1L << feed.code()) != 0) {
        feeds.add(feed);
      }
    }
    return feeds;
  }

  /** Seven bits a byte, the least first; the highest bit says that more follow. */
  private static void number(ByteArrayOutputStream out, long value) {
    long rest = value;
    while (rest >= 0x80) {
      out.write((int) (rest & 0x7F) | 0x80);
      rest >>>= 7;
    }
    out.write((int) rest);
  }

  private static long number(ByteBuffer in) {
    long value = 0;
    for (int shift = 0; shift < 63; shift += 7) {
      byte next = in.get();
      value |= (next & 0x7FL) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw new IllegalArgumentException("a number is too long");
  }
}
