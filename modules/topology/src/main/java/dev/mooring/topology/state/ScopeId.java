package dev.mooring.topology.state;

import dev.mooring.metrics.Scope;
import java.nio.charset.StandardCharsets;

/** A bank, city or country, as the key of its differences: {@code bank/za-bank}. */
public record ScopeId(Scope scope, String id) {

  /** Which part of the key the id is, counted from 0. */
  public static final int ID_PART = 1;

  private static final byte SEPARATOR = '/';

  /** The key as bytes. */
  public byte[] toBytes() {
    return (scope.word() + '/' + id).getBytes(StandardCharsets.UTF_8);
  }

  /** The scope and id of a key. */
  public static ScopeId ofBytes(byte[] key) {
    int slash = 0;
    while (key[slash] != SEPARATOR) {
      slash++;
    }
    String word = new String(key, 0, slash, StandardCharsets.UTF_8);
    int from = slash + 1;
    return new ScopeId(
        Scope.ofWord(word), new String(key, from, key.length - from, StandardCharsets.UTF_8));
  }
}
