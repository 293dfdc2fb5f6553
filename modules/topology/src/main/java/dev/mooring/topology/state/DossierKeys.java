package dev.mooring.topology.state;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Keys of the changelog of dossiers: a byte for the kind; for a segment its number, four bytes
 * big-endian, and the key of the events; for withdrawals the bank.
 */
final class DossierKeys {

  static final int SEGMENT = 1;
  static final int BANK = 2;
  static final int LEDGER = 3;

  private static final int PREFIX = 1 + Integer.BYTES;

  private DossierKeys() {}

  static byte[] segment(byte[] key, int number) {
    return ByteBuffer.allocate(PREFIX + key.length)
        .put((byte) SEGMENT)
        .putInt(number)
        .put(key)
        .array();
  }

  static byte[] bank(String bank) {
    byte[] id = bank.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(1 + id.length).put((byte) BANK).put(id).array();
  }

  static byte[] ledger() {
    return new byte[] {LEDGER};
  }

  static int kind(byte[] key) {
    return key[0];
  }

  static int segmentNumber(byte[] key) {
    return ByteBuffer.wrap(key).getInt(1);
  }

  static byte[] eventKey(byte[] key) {
    return Arrays.copyOfRange(key, PREFIX, key.length);
  }

  static String bankOf(byte[] key) {
    return new String(key, 1, key.length - 1, StandardCharsets.UTF_8);
  }
}
