package dev.mooring.topology.state;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes compact binary into memory; numbers and texts are encoded as Avro does. */
final class ByteWriter {

  private static final int ROOM = 256;
  private static final int MAX_NUMBER = 10;

  /** How {@link #putFixed} lays out a number: big-endian. */
  static final VarHandle FIXED =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

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
    FIXED.set(bytes, size, value);
    size += Long.BYTES;
  }

  void putText(String value) {
    byte[] text = value.getBytes(StandardCharsets.UTF_8);
    putNumber(text.length);
    putBytes(text);
  }

  void putBytes(byte[] more) {
    putBytes(more, 0, more.length);
  }

  void putBytes(byte[] more, int from, int length) {
    reserve(length);
    System.arraycopy(more, from, bytes, size, length);
    size += length;
  }

  /** Replaces a byte that was written. */
  void setByte(int at, int value) {
    bytes[at] = (byte) value;
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

  /**
   * Moves what was written into an array that has room for it, and begins anew.
   *
   * @return where it ends there
   */
  int moveTo(byte[] target, int at) {
    System.arraycopy(bytes, 0, target, at, size);
    int end = at + size;
    size = 0;
    return end;
  }

  /** Moves what was written to the end of what another has written, and begins anew. */
  void moveTo(ByteWriter target) {
    target.putBytes(bytes, 0, size);
    size = 0;
  }

  private void reserve(int more) {
    if (size + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
    }
  }
}
