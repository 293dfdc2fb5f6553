package dev.mooring.topology;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;

/** The Confluent wire format, with schema ids of the test's choice. */
public final class AvroBytes {

  private static final int PREFIX = 1 + Integer.BYTES;

  private AvroBytes() {}

  public static byte[] write(int schemaId, IndexedRecord record) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(ByteBuffer.allocate(PREFIX).put((byte) 0).putInt(schemaId).array());
    BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(out, null);
    try {
      new SpecificDatumWriter<IndexedRecord>(record.getSchema()).write(record, encoder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** What a serializer writes that puts the id into a header. */
  public static byte[] bare(IndexedRecord record) {
    byte[] framed = write(0, record);
    return Arrays.copyOfRange(framed, PREFIX, framed.length);
  }

  public static SpecificRecord read(byte[] value, Schema schema) {
    byte[] body = Arrays.copyOfRange(value, PREFIX, value.length);
    try {
      return new SpecificDatumReader<SpecificRecord>(schema)
          .read(null, DecoderFactory.get().binaryDecoder(body, null));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
