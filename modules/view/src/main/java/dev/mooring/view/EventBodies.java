package dev.mooring.view;

import dev.mooring.contract.event.Event;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryData;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;

/**
 * Events as Avro bodies of the current schema, in which contents are compared whatever schema they
 * were published in. For one thread only.
 */
final class EventBodies {

  private static final Schema SCHEMA = Event.getClassSchema();

  private final SpecificDatumWriter<Event> writer = new SpecificDatumWriter<>(SCHEMA);
  private final SpecificDatumReader<Event> reader = new SpecificDatumReader<>(SCHEMA);
  private final ByteArrayOutputStream out = new ByteArrayOutputStream(512);
  private BinaryEncoder encoder;

  byte[] write(Event event) {
    out.reset();
    encoder = EncoderFactory.get().directBinaryEncoder(out, encoder);
    try {
      writer.write(event, encoder);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot happen: memory is written", e);
    }
    return out.toByteArray();
  }

  Event read(byte[] body) {
    try {
      return reader.read(null, DecoderFactory.get().binaryDecoder(body, null));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot happen: memory is read", e);
    }
  }

  /**
   * Whether one content of an event stands above another: section 3 of the contract. Of two that
   * share bank, firm and id, Avro's order of the record asks for revision, then reportedAt, then
   * for all the rest, which is just what the law asks for.
   */
  static boolean standsAbove(byte[] one, byte[] other) {
    return BinaryData.compare(one, 0, other, 0, SCHEMA) > 0;
  }
}
