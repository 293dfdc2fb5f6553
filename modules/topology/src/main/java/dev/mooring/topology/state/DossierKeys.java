package dev.mooring.topology.state;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Keys of the changelog of dossiers: a byte for the kind; for a page its number, eight bytes
 * big-endian; for withdrawals the bank.
 */
final class DossierKeys {

  static final int BANK = 2;
  static final int LEDGER = 3;
  static final int PAGE = 4;

  private DossierKeys() {}

  static byte[] page(long number) {
    return ByteBuffer.allocate(1 + Long.BYTES).put((byte) PAGE).putLong(number).array();
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

  static long pageNumber(byte[] key) {
    return ByteBuffer.wrap(key).getLong(1);
  }

  static String bankOf(byte[] key) {
    return new String(key, 1, key.length - 1, StandardCharsets.UTF_8);
  }
}
