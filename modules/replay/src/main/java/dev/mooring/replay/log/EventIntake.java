package dev.mooring.replay.log;

import dev.mooring.contract.GeneratedTypes;
import dev.mooring.contract.event.Event;
import dev.mooring.contract.event.Precision;
import dev.mooring.metrics.Fact;
import dev.mooring.registry.SchemaHeader;
import dev.mooring.registry.WireFormat;
import dev.mooring.replay.EventsDigest;
import dev.mooring.topology.intake.EventBodies;
import dev.mooring.topology.intake.EventBodies.BodyReader;
import dev.mooring.topology.intake.Examined;
import dev.mooring.topology.intake.Intake;
import dev.mooring.topology.intake.SchemaSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Takes records of the events topic for events just as the topology does. For one thread only. */
public final class EventIntake {

  private final Intake intake;
  private final EventBodies bodies;

  /**
   * An intake.
   *
   * @param partitions number of partitions of the events topic
   */
  public EventIntake(SchemaSource schemas, int partitions) {
    GeneratedTypes.trust();
    this.intake = new Intake(schemas, partitions);
    this.bodies = new EventBodies(schemas);
  }

  /** What a record states; empty when it is no event. */
  public Optional<Fact> fact(ConsumerRecord<byte[], byte[]> record) {
    // As the topology reads it: records without a timestamp are of 1970.
    long timestamp = Math.max(0, record.timestamp());
    Examined examined =
        intake.examine(
            record.headers(), record.key(), record.value(), record.partition(), timestamp);
    return switch (examined) {
      case Examined.Accepted(Fact fact) -> Optional.of(fact);
      case Examined.Rejected rejected -> Optional.empty();
    };
  }

  /** How exactly the time is known when an event became public; it is in no fact. */
  public Precision reportedPrecision(ConsumerRecord<byte[], byte[]> event) {
    return read(reader(event), event).getReportedPrecision();
  }

  /** Adds an event to a digest. */
  public void addTo(EventsDigest digest, ConsumerRecord<byte[], byte[]> event) {
    BodyReader reader = reader(event);
    if (reader.plain()) {
      digest.add(event.key(), event.value(), body(event));
    } else {
      digest.add(event.key(), rewritten(reader, event), 0);
    }
  }

  private BodyReader reader(ConsumerRecord<byte[], byte[]> event) {
    return SchemaHeader.find(event.headers(), false)
        .map(bodies::reader)
        .orElseGet(() -> bodies.reader(WireFormat.schemaId(event.value())))
        .orElseThrow();
  }

  /** Where the body begins. */
  private static int body(ConsumerRecord<byte[], byte[]> event) {
    return SchemaHeader.find(event.headers(), false).isPresent() ? 0 : WireFormat.PREFIX_LENGTH;
  }

  private Event read(BodyReader reader, ConsumerRecord<byte[], byte[]> event) {
    try {
      return bodies.read(reader, event.value(), body(event));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot happen: it was an event a moment ago", e);
    }
  }

  private byte[] rewritten(BodyReader reader, ConsumerRecord<byte[], byte[]> event) {
    try {
      return bodies.write(read(reader, event));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot happen: memory is written", e);
    }
  }
}
