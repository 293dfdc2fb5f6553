package dev.mooring.topology.state;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes compact binary into memory; numbers and texts are encoded as Avro does. */
final class ByteWriter {

  private static final int ROOM = 256;
  private static final int MAX_NUMBER = 10;

  private byte[] bytes = new byte[ROOM];
  private int size;

  void putByte(int value) {
    reserve(1);
    bytes[size++] = (byte) value;
  }

  /** A number in zigzag encoding, seven bits a byte: small ones are short. */
  void putNumber(long value) {
    reserve(MAX_NUMBER);
    long rest = (value << 1) ^ (value >> 63);
    while ((rest & ~0x7fL) != 0) {
      bytes[size++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    bytes[size++] = (byte) rest;
  }

  /** Numbers that use all their bits, such as hashes, are shorter so. */
  void putFixed(long value) {
    reserve(Long.BYTES);
    for (int shift = Long.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
      bytes[size++] = (byte) (value >>> shift);
    }
  }

  void putText(String value) {
    byte[] text = value.getBytes(StandardCharsets.UTF_8);
    putNumber(text.length);
    putBytes(text);
  }

  void putBytes(byte[] more) {
    reserve(more.length);
    System.arraycopy(more, 0, bytes, size, more.length);
    size += more.length;
  }

  int size() {
    return size;
  }

  /** What was written, and begins anew. */
  byte[] take() {
    byte[] written = Arrays.copyOf(bytes, size);
    size = 0;
    return written;
  }

  private void reserve(int more) {
    if (size + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
    }
  }
}
