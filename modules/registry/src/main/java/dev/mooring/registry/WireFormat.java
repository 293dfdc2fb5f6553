package dev.mooring.registry;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import org.apache.kafka.common.errors.SerializationException;

/**
 * The Confluent wire format: a zero byte, the schema's id as four bytes with the highest first, and
 * the Avro binary encoding.
 */
public final class WireFormat {

  /** Bytes before the Avro encoding. */
  public static final int PREFIX_LENGTH = 5;

  private static final byte MAGIC = 0;

  private WireFormat() {}

  /** Whether bytes begin as the format has it; null does not. */
  public static boolean isFramed(byte[] data) {
    return data != null && data.length >= PREFIX_LENGTH && data[0] == MAGIC;
  }

  /** The schema id in framed bytes. */
  public static int schemaId(byte[] data) {
    if (!isFramed(data)) {
      throw new SerializationException(data == null ? "no bytes" : problem(ByteBuffer.wrap(data)));
    }
    return ByteBuffer.wrap(data).getInt(1);
  }

  /** Puts the prefix before an Avro encoding. */
  public static byte[] frame(int schemaId, byte[] encoded) {
    return ByteBuffer.allocate(PREFIX_LENGTH + encoded.length)
        .put(MAGIC)
        .putInt(schemaId)
        .put(encoded)
        .array();
  }

  /** The same Avro encoding with another schema id before it. */
  public static byte[] reframe(int schemaId, byte[] framed) {
    byte[] other = framed.clone();
    ByteBuffer.wrap(other).putInt(1, schemaId);
    return other;
  }

  static boolean isFramed(ByteBuffer data) {
    return data.remaining() >= PREFIX_LENGTH && data.get(data.position()) == MAGIC;
  }

  static String problem(ByteBuffer data) {
    return data.remaining() < PREFIX_LENGTH
        ? data.remaining() + " bytes, should be a zero byte, a schema id of four bytes and Avro"
        : "first byte "
            + data.get(data.position())
            + ", should be 0 as the Confluent wire format has it; was it written by another"
            + " serializer?";
  }

  static void writePrefix(int schemaId, ByteArrayOutputStream out) {
    out.write(MAGIC);
    out.write(schemaId >>> 24);
    out.write(schemaId >>> 16);
    out.write(schemaId >>> 8);
    out.write(schemaId);
  }
}
