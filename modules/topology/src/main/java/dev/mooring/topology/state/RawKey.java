package dev.mooring.topology.state;

import dev.mooring.metrics.Parties;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The key of a record as it came, to look things up by without making texts of it. */
final class RawKey {

  private final byte[] bytes;
  private final int hash;

  RawKey(byte[] bytes) {
    this.bytes = bytes;
    this.hash = Arrays.hashCode(bytes);
  }

  Parties parties() {
    return Parties.ofKey(new String(bytes, StandardCharsets.UTF_8));
  }

  byte[] bytes() {
    return bytes;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RawKey key && Arrays.equals(bytes, key.bytes);
  }

  @Override
  public int hashCode() {
    return hash;
  }
}
