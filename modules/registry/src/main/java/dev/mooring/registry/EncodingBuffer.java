package dev.mooring.registry;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.EncoderFactory;

/** The buffers of one thread, kept from record to record. */
final class EncodingBuffer {

  private static final int FIRST_SIZE = 512;
  private static final int MOST_KEPT = 1 << 20;

  private static final ThreadLocal<EncodingBuffer> OF_THREAD =
      ThreadLocal.withInitial(EncodingBuffer::new);

  private ByteArrayOutputStream bytes = new ByteArrayOutputStream(FIRST_SIZE);
  private BinaryEncoder encoder;

  static EncodingBuffer ofThread() {
    return OF_THREAD.get();
  }

  /** The framed encoding of a datum. */
  byte[] encode(int schemaId, DatumWriter<Object> writer, Object datum) throws IOException {
    boolean done = false;
    try {
      WireFormat.writePrefix(schemaId, bytes);
      encoder = EncoderFactory.get().binaryEncoder(bytes, encoder);
      writer.write(datum, encoder);
      encoder.flush();
      done = true;
      return bytes.toByteArray();
    } finally {
      clear(done);
    }
  }

  /** An encoder that failed still holds bytes, which it would write before those of the next. */
  private void clear(boolean done) {
    if (!done) {
      encoder = null;
    }
    if (bytes.size() > MOST_KEPT) {
      bytes = new ByteArrayOutputStream(FIRST_SIZE);
    } else {
      bytes.reset();
    }
  }
}
