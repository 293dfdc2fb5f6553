package dev.mooring.replay.verify;

import dev.mooring.contract.GeneratedTypes;
import dev.mooring.registry.WireFormat;
import dev.mooring.replay.RawBytes;
import dev.mooring.replay.asof.RowChange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;

/** Avro bodies of the rows of one topic, in the schema of this build. For one thread only. */
final class Bodies {

  private final SpecificDatumWriter<SpecificRecord> writer;
  private final SpecificDatumReader<SpecificRecord> reader;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream(512);
  private BinaryEncoder encoder;

  Bodies(Schema schema) {
    GeneratedTypes.trust();
    this.writer = new SpecificDatumWriter<>(schema);
    this.reader = new SpecificDatumReader<>(schema);
  }

  byte[] write(SpecificRecord row) {
    out.reset();
    encoder = EncoderFactory.get().directBinaryEncoder(out, encoder);
    try {
      writer.write(row, encoder);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot happen: memory is written", e);
    }
    return out.toByteArray();
  }

  /** Whether a value on the wire has just that body; both null: no row. */
  boolean same(SpecificRecord row, byte[] value) {
    if (row == null || value == null) {
      return row == null && value == null;
    }
    byte[] body = write(row);
    return WireFormat.isFramed(value)
        && Arrays.equals(body, 0, body.length, value, WireFormat.PREFIX_LENGTH, value.length);
  }

  /** The fields of a value on the wire; its bytes where it has none. None of no value. */
  Map<String, Object> fields(byte[] value) {
    if (value == null) {
      return Map.of();
    }
    if (WireFormat.isFramed(value)) {
      int length = value.length - WireFormat.PREFIX_LENGTH;
      BinaryDecoder in =
          DecoderFactory.get().binaryDecoder(value, WireFormat.PREFIX_LENGTH, length, null);
      try {
        SpecificRecord row = reader.read(null, in);
        if (in.isEnd() && same(row, value)) {
          return RowChange.fields(row);
        }
      } catch (IOException | RuntimeException undecodable) {
        return RawBytes.shown(value);
      }
    }
    return RawBytes.shown(value);
  }
}
