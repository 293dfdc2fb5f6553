package dev.mooring.topology.state;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads what {@link ByteWriter} wrote. */
final class ByteReader {

  private final byte[] bytes;
  private int at;

  ByteReader(byte[] bytes) {
    this(bytes, 0);
  }

  ByteReader(byte[] bytes, int from) {
    this.bytes = bytes;
    this.at = from;
  }

  /** Takes the number of the format with which what is stored begins. */
  void expectVersion(int known, String what) {
    int version = takeByte();
    if (version != known) {
      throw new IllegalStateException(
          "%s of format %d: this build knows %d".formatted(what, version, known));
    }
  }

  /** Where it is. */
  int at() {
    return at;
  }

  boolean hasMore() {
    return at < bytes.length;
  }

  byte takeByte() {
    return bytes[at++];
  }

  /** A number in Avro's zigzag encoding. */
  long takeNumber() {
    long zigzag = 0;
    int shift = 0;
    byte next;
    do {
      next = bytes[at++];
      zigzag |= (long) (next & 0x7f) << shift;
      shift += 7;
    } while (next < 0);
    return (zigzag >>> 1) ^ -(zigzag & 1);
  }

  int takeInt() {
    return Math.toIntExact(takeNumber());
  }

  long takeFixed() {
    long value = (long) ByteWriter.FIXED.get(bytes, at);
    at += Long.BYTES;
    return value;
  }

  byte[] takeBytes(int length) {
    byte[] taken = Arrays.copyOfRange(bytes, at, at + length);
    at += length;
    return taken;
  }

  String takeText() {
    int length = takeInt();
    String text = new String(bytes, at, length, StandardCharsets.UTF_8);
    at += length;
    return text;
  }
}
