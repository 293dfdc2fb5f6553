package dev.mooring.topology.intake;

import dev.mooring.contract.EventKey;
import dev.mooring.contract.EventValidator;
import dev.mooring.contract.Problem;
import dev.mooring.contract.event.Event;
import dev.mooring.metrics.Fact;
import dev.mooring.metrics.Fingerprint;
import dev.mooring.topology.intake.EventBodies.BodyReader;
import dev.mooring.topology.intake.Examined.Accepted;
import dev.mooring.topology.intake.Examined.Rejected;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;

/**
 * Decides whether a record is an event, before it touches any state. It never throws for what a
 * record holds: whatever is wrong becomes a rejection that names it. For one thread only.
 */
public final class Intake {

  private static final byte MAGIC = 0;
  private static final int PREFIX = 1 + Integer.BYTES;
  private static final int SHOWN = 24;
  private static final Duration AHEAD = Duration.ofDays(366);

  private final EventBodies bodies;
  private final FactReader facts = new FactReader();
  private final int partitions;

  /**
   * An intake.
   *
   * @param partitions number of partitions of the events topic
   */
  public Intake(SchemaSource schemas, int partitions) {
    this.bodies = new EventBodies(schemas);
    this.partitions = partitions;
  }

  /**
   * Examines a record of the events topic.
   *
   * @param key null when it has none
   * @param value null when it has none
   * @param timestamp milliseconds, of the record
   */
  public Examined examine(byte[] key, byte[] value, int partition, long timestamp) {
    if (value == null) {
      return undecodable(null, "is missing: an event is retracted by a revision, not a tombstone");
    }
    if (value.length < PREFIX || value[0] != MAGIC) {
      return undecodable(
          shown(value), "should begin with the byte 00 and the four bytes of a schema id");
    }
    int schemaId = ByteBuffer.wrap(value, 1, Integer.BYTES).getInt();
    Optional<BodyReader> reader = bodies.reader(schemaId);
    if (reader.isEmpty()) {
      return Rejected.of(
          RejectReason.UNKNOWN_SCHEMA, "schema id", schemaId, "is not known to the registry");
    }
    Fact fact = reader.get().plain() ? facts.read(key, value, PREFIX) : null;
    return fact != null
        ? place(fact, key, partition, timestamp)
        : examineFully(reader.get(), key, value, partition, timestamp);
  }

  private Examined examineFully(
      BodyReader reader, byte[] key, byte[] value, int partition, long timestamp) {
    try {
      Event event = bodies.read(reader, value, PREFIX);
      List<Problem> problems = EventValidator.problems(event);
      if (!problems.isEmpty()) {
        boolean newer = !EventValidator.unrecognised(event).isEmpty();
        return new Rejected(newer ? RejectReason.NEWER_SCHEMA : RejectReason.INVALID, problems);
      }
      String expected = EventKey.of(event);
      if (!Arrays.equals(expected.getBytes(StandardCharsets.UTF_8), key)) {
        String found = key == null ? null : new String(key, StandardCharsets.UTF_8);
        return Rejected.of(RejectReason.WRONG_KEY, "key", found, "should be " + expected);
      }
      byte[] body = bodies.write(event);
      Fact fact = Fact.of(event, Fingerprint.of(body, 0, body.length));
      return place(fact, key, partition, timestamp);
    } catch (IOException e) {
      return undecodable(shown(value), "is not an event: " + e.getMessage());
    }
  }

  private Examined place(Fact fact, byte[] key, int partition, long timestamp) {
    int home = BuiltInPartitioner.partitionForKey(key, partitions);
    if (home != partition) {
      String message = "should be %d: murmur2 of the key, of %d".formatted(home, partitions);
      return Rejected.of(RejectReason.WRONG_PARTITION, "partition", partition, message);
    }
    if (fact.occurredAt() - timestamp > AHEAD.toMillis()) {
      return Rejected.of(
          RejectReason.FAR_FUTURE,
          "occurredAt",
          Instant.ofEpochMilli(fact.occurredAt()),
          "should not be more than 366 days after the record, which is of "
              + Instant.ofEpochMilli(timestamp));
    }
    return new Accepted(fact);
  }

  private static Rejected undecodable(String value, String message) {
    return Rejected.of(RejectReason.UNDECODABLE, "value", value, message);
  }

  private static String shown(byte[] value) {
    return HexFormat.of().formatHex(value, 0, Math.min(value.length, SHOWN));
  }
}
