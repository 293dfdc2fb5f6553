package dev.mooring.benchmarks.bench;

import dev.mooring.contract.event.Event;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;

/**
 * Events in the wire format of the registry protocol: a zero, the schema's id in four bytes, the
 * body. For one thread.
 */
public final class EventFrames {

  private final int schemaId;
  private final SpecificDatumWriter<Event> writer = new SpecificDatumWriter<>(Event.class);
  private final ByteArrayOutputStream value = new ByteArrayOutputStream();
  private final BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(value, null);

  public EventFrames(int schemaId) {
    this.schemaId = schemaId;
  }

  /** The value of an event's record. */
  public byte[] of(Event event) {
    try {
      value.reset();
      value.write(0);
      for (int shift = 24; shift >= 0; shift -= 8) {
        value.write(schemaId >>> shift);
      }
      writer.write(event, encoder);
      return value.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("encoding " + event, e);
    }
  }
}
