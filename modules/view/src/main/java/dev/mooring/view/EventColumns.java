package dev.mooring.view;

import dev.mooring.contract.GeneratedTypes;
import dev.mooring.contract.event.Event;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.UUID;

/**
 * Valid events, one row a record, in columns: some 66 bytes of heap an event, and the body in a
 * file. One thread adds and publishes; any number may read what was published before.
 */
final class EventColumns implements AutoCloseable {

  final Dictionary banks = new Dictionary();
  final Dictionary firms = new Dictionary();
  final Dictionary cities = new Dictionary();
  final Dictionary countries = new Dictionary();

  private final EventBodies codec = new EventBodies();
  private final EventIndex standing = new EventIndex(this);
  private final BodyFile bodies;
  private EventChunk[] chunks = {};
  private int added;
  private volatile EventRows published;

  /**
   * No events.
   *
   * @param directory where the bodies are kept, until it is closed
   */
  EventColumns(Path directory) {
    GeneratedTypes.trust();
    try {
      this.bodies = new BodyFile(directory);
    } catch (IOException e) {
      throw new ReadException("cannot keep events in " + directory + ": " + e, e);
    }
    this.published = new EventRows(chunks, 0, bodies);
  }

  /**
   * Adds a valid event.
   *
   * @param recorded milliseconds
   * @return its row
   */
  int add(Event event, int partition, long offset, long recorded) {
    byte[] body = codec.write(event);
    int row = added;
    if (EventChunk.chunk(row) == chunks.length) {
      chunks = Arrays.copyOf(chunks, chunks.length + 1);
      chunks[chunks.length - 1] = new EventChunk();
    }
    EventChunk chunk = chunks[EventChunk.chunk(row)];
    int at = EventChunk.at(row);
    chunk.recorded[at] = recorded;
    chunk.body[at] = append(partition, offset, body);
    fill(chunk, at, event);
    added++;
    stand(row, body);
    return row;
  }

  /** Lets readers see what was added. */
  void publish() {
    try {
      bodies.flush();
    } catch (IOException e) {
      throw new ReadException("cannot keep events on disk: " + e.getMessage(), e);
    }
    published = new EventRows(chunks, added, bodies);
  }

  /** What was published. */
  EventRows rows() {
    return published;
  }

  int identityHash(int row) {
    EventChunk chunk = chunks[EventChunk.chunk(row)];
    int at = EventChunk.at(row);
    long key = ((long) chunk.bank[at] << Integer.SIZE) ^ chunk.firm[at];
    long mixed = (chunk.idHigh[at] * 31 + chunk.idLow[at]) * 31 + key;
    mixed *= 0x9E3779B97F4A7C15L; // the golden ratio: spreads ids that differ in few bits
    return (int) (mixed >>> Integer.SIZE);
  }

  boolean sameEvent(int row, int other) {
    EventChunk one = chunks[EventChunk.chunk(row)];
    EventChunk two = chunks[EventChunk.chunk(other)];
    int i = EventChunk.at(row);
    int j = EventChunk.at(other);
    return one.idLow[i] == two.idLow[j]
        && one.idHigh[i] == two.idHigh[j]
        && one.bank[i] == two.bank[j]
        && one.firm[i] == two.firm[j];
  }

  @Override
  public void close() {
    try {
      bodies.close();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot close the file of events", e);
    }
  }

  private void fill(EventChunk chunk, int at, Event event) {
    UUID id = UUID.fromString(event.getId());
    chunk.idHigh[at] = id.getMostSignificantBits();
    chunk.idLow[at] = id.getLeastSignificantBits();
    chunk.occurredAt[at] = event.getOccurredAt().toEpochMilli();
    chunk.bank[at] = banks.add(event.getBank());
    chunk.firm[at] = firms.add(event.getFirm());
    chunk.city[at] = cities.add(event.getCity());
    chunk.country[at] = (short) countries.add(event.getCountry());
    chunk.type[at] = EnumNumbers.TYPES.of(event.getType());
    chunk.status[at] = EnumNumbers.STATUSES.of(event.getStatus());
    chunk.cityBasis[at] = EnumNumbers.CITY_BASES.of(event.getCityBasis());
    chunk.dateBasis[at] = EnumNumbers.DATE_BASES.of(event.getDateBasis());
    chunk.precision[at] = EnumNumbers.PRECISIONS.of(event.getPrecision());
  }

  /** Decides between a row and the one that stood for its event. */
  private void stand(int row, byte[] body) {
    int before = standing.enter(row);
    if (before == row) {
      setSuccessor(row, EventChunk.NO_SUCCESSOR);
    } else if (EventBodies.standsAbove(body, body(before))) {
      standing.replace(row);
      setSuccessor(row, EventChunk.NO_SUCCESSOR);
      setSuccessor(before, row);
    } else {
      setSuccessor(row, row);
    }
  }

  private void setSuccessor(int row, int successor) {
    chunks[EventChunk.chunk(row)].successor[EventChunk.at(row)] = successor;
  }

  private byte[] body(int row) {
    return bodies.appendedBody(chunks[EventChunk.chunk(row)].body[EventChunk.at(row)]);
  }

  private int append(int partition, long offset, byte[] body) {
    try {
      return bodies.append(partition, offset, body);
    } catch (IOException e) {
      throw new ReadException("cannot keep an event on disk: " + e.getMessage(), e);
    }
  }
}
