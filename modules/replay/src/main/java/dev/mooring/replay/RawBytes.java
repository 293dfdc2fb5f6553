package dev.mooring.replay;

import java.util.HexFormat;
import java.util.Map;

/** Bytes of which nobody can tell what they say, as findings show them. */
public final class RawBytes {

  private static final int SHOWN = 32;

  private RawBytes() {}

  /** The beginning of the bytes in hexadecimal, under a name that no field has. */
  public static Map<String, Object> shown(byte[] value) {
    String hex = HexFormat.of().formatHex(value, 0, Math.min(value.length, SHOWN));
    return Map.of("(bytes)", value.length > SHOWN ? hex + "..." : hex);
  }
}
