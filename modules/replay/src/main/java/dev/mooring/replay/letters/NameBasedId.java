package dev.mooring.replay.letters;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.mooring.contract.LogPlace;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** UUIDs of version 5 (RFC 9562): the same name has the same id, today and on any machine. */
final class NameBasedId {

  /** Of Mooring's records; chosen once at random. */
  private static final UUID NAMESPACE = UUID.fromString("5b0d1d3c-7f0e-4c55-9a3e-2f4c1c1d8e60");

  private NameBasedId() {}

  /** The id of an event that is published in place of a record. */
  static String of(LogPlace origin) {
    return of(NAMESPACE, origin.toString());
  }

  static String of(UUID namespace, String name) {
    try {
      MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
      sha1.update(
          ByteBuffer.allocate(2 * Long.BYTES)
              .putLong(namespace.getMostSignificantBits())
              .putLong(namespace.getLeastSignificantBits())
              .array());
      ByteBuffer hash = ByteBuffer.wrap(sha1.digest(name.getBytes(UTF_8)));
      long high = (hash.getLong() & ~0xF000L) | 0x5000L;
      long low = (hash.getLong() & ~(3L << 62)) | (1L << 63);
      return new UUID(high, low).toString();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("cannot happen: every Java has SHA-1", e);
    }
  }
}
