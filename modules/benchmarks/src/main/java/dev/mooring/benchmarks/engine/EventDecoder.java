package dev.mooring.benchmarks.engine;

import dev.mooring.contract.event.Event;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificDatumReader;

/** Avro's own reader on the body that follows the wire prefix; the schema is known to be ours. */
final class EventDecoder {

  private static final int PREFIX = 5;

  private final SpecificDatumReader<Event> reader = new SpecificDatumReader<>(Event.class);
  private BinaryDecoder decoder;

  Event decode(byte[] value) {
    try {
      decoder = DecoderFactory.get().binaryDecoder(value, PREFIX, value.length - PREFIX, decoder);
      return reader.read(null, decoder);
    } catch (IOException e) {
      throw new UncheckedIOException("decoding a value of " + value.length + " bytes", e);
    }
  }
}
