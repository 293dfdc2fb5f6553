package dev.mooring.metrics;

import com.dynatrace.hash4j.hashing.Hashing;
import dev.mooring.contract.event.Event;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;

/**
 * Tells two contents of the same event and revision apart: XXH3, 64 bits, of the Avro body in the
 * current Event schema.
 *
 * <p>It is compared only among contents that share key, id and revision, of which there are hardly
 * ever more than two; so two different contents pass for one with a chance of 2^-64 a pair.
 *
 * <p>Zero bytes at the end do not count: they are absent fields, and a field that is appended to
 * the schema, absent by default, must not make another content of what was published before. No two
 * bodies differ in such bytes alone, since no Avro body is the beginning of another.
 */
public final class Fingerprint {

  private Fingerprint() {}

  /** The fingerprint of an Avro body written in the current Event schema. */
  public static long of(byte[] bytes, int offset, int length) {
    int significant = length;
    while (significant > 0 && bytes[offset + significant - 1] == 0) {
      significant--;
    }
    return Hashing.xxh3_64().hashBytesToLong(bytes, offset, significant);
  }

  /** The fingerprint of an event. */
  public static long of(Event event) {
    DatumWriter<Event> writer = new SpecificDatumWriter<>(Event.getClassSchema());
    ByteArrayOutputStream out = new ByteArrayOutputStream(256);
    BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(out, null);
    try {
      writer.write(event, encoder);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot happen: memory is written", e);
    }
    byte[] body = out.toByteArray();
    return of(body, 0, body.length);
  }
}
