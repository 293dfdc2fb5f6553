package dev.mooring.view;

import java.time.Instant;

/** The events that were published up to some moment, by number; they never change. */
final class EventRows {

  private final EventChunk[] chunks;
  private final int count;
  private final BodyFile bodies;

  EventRows(EventChunk[] chunks, int count, BodyFile bodies) {
    this.chunks = chunks;
    this.count = count;
    this.bodies = bodies;
  }

  int count() {
    return count;
  }

  EventChunk chunk(int row) {
    return chunks[EventChunk.chunk(row)];
  }

  /** Whether no later one of these took its place. */
  boolean isLatest(EventChunk chunk, int at) {
    return chunk.successor[at] >= count;
  }

  int partition(int row) {
    return bodies.partition(body(row));
  }

  long offset(int row) {
    return bodies.offset(body(row));
  }

  EventRecord record(int row, EventBodies reader) {
    EventChunk chunk = chunk(row);
    int at = EventChunk.at(row);
    return new EventRecord(
        reader.read(bodies.body(body(row))),
        partition(row),
        offset(row),
        Instant.ofEpochMilli(chunk.recorded[at]),
        isLatest(chunk, at));
  }

  private int body(int row) {
    return chunk(row).body[EventChunk.at(row)];
  }
}
