package dev.mooring.topology.state;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;

/** Writes compact binary, in Avro's encoding of numbers and texts, into memory. */
final class ByteWriter {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream(256);
  private final BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(out, null);

  /** Anything that an encoder does, which cannot fail in memory. */
  @FunctionalInterface
  private interface Writing {
    void write() throws IOException;
  }

  void putByte(int value) {
    out.write(value);
  }

  void putNumber(long value) {
    write(() -> encoder.writeLong(value));
  }

  /** Numbers that use all their bits, such as hashes, are shorter so. */
  void putFixed(long value) {
    for (int shift = Long.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
      out.write((int) (value >>> shift));
    }
  }

  void putText(String value) {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    write(() -> encoder.writeBytes(bytes));
  }

  void putBytes(byte[] bytes) {
    out.writeBytes(bytes);
  }

  int size() {
    return out.size();
  }

  byte[] take() {
    byte[] bytes = out.toByteArray();
    out.reset();
    return bytes;
  }

  private static void write(Writing writing) {
    try {
      writing.write();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot happen: memory is written", e);
    }
  }
}
