package dev.mooring.topology.intake;

import dev.mooring.contract.EventKey;
import dev.mooring.contract.EventValidator;
import dev.mooring.contract.Problem;
import dev.mooring.contract.event.Event;
import dev.mooring.metrics.Fact;
import dev.mooring.metrics.Fingerprint;
import dev.mooring.registry.SchemaHeader;
import dev.mooring.registry.SchemaId;
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
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Headers;

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
   * Examines a record of the events topic, whose headers may name the schema. Then the value is the
   * bare body.
   *
   * @param key null when it has none
   * @param value null when it has none
   * @param timestamp milliseconds, of the record
   */
  public Examined examine(
      Headers headers, byte[] key, byte[] value, int partition, long timestamp) {
    Optional<SchemaId> named;
    try {
      named = value == null ? Optional.empty() : SchemaHeader.find(headers, false);
    } catch (SerializationException malformed) {
      return Rejected.of(
          RejectReason.UNDECODABLE, "header " + SchemaHeader.VALUE, null, malformed.getMessage());
    }
    if (named.isEmpty()) {
      return examine(key, value, partition, timestamp);
    }
    Optional<BodyReader> reader = bodies.reader(named.get());
    return reader.isEmpty()
        ? Rejected.of(
            RejectReason.UNKNOWN_SCHEMA, "schema", named.get(), "is not known to the registry")
        : examine(reader.get(), 0, key, value, partition, timestamp);
  }

  /**
   * Examines a record of the events topic without headers.
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
    return examine(reader.get(), PREFIX, key, value, partition, timestamp);
  }

  private Examined examine(
      BodyReader reader, int from, byte[] key, byte[] value, int partition, long timestamp) {
    Fact fact = reader.plain() ? facts.read(key, value, from) : null;
    return fact != null
        ? place(fact, key, partition, timestamp)
        : examineFully(reader, from, key, value, partition, timestamp);
  }

  private Examined examineFully(
      BodyReader reader, int from, byte[] key, byte[] value, int partition, long timestamp) {
    try {
      Event event = bodies.read(reader, value, from);
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
