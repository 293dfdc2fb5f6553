package dev.mooring.cli.rejected;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Bytes as people read them. */
public final class Bytes {

  private static final int WIDTH = 16;
  private static final HexFormat SPACED = HexFormat.ofDelimiter(" ");

  private Bytes() {}

  /** The text that bytes are, or else {@code 0x} and their hexadecimal digits. */
  public static String text(byte[] bytes) {
    try {
      String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.codePoints().anyMatch(Character::isISOControl) ? hex(bytes) : text;
    } catch (CharacterCodingException noText) {
      return hex(bytes);
    }
  }

  /**
   * Lines of offset, hexadecimal digits and ASCII.
   *
   * @param most bytes that are shown; of what comes behind, the last line tells how much it is
   */
  static List<String> dump(byte[] bytes, int most) {
    List<String> lines = new ArrayList<>();
    int end = Math.min(bytes.length, most);
    for (int from = 0; from < end; from += WIDTH) {
      int to = Math.min(end, from + WIDTH);
      lines.add(
          "%06x  %-47s  %s"
              .formatted(from, SPACED.formatHex(bytes, from, to), ascii(bytes, from, to)));
    }
    if (end < bytes.length) {
      lines.add("... and %d more".formatted(bytes.length - end));
    }
    return lines;
  }

  private static String hex(byte[] bytes) {
    return "0x" + HexFormat.of().formatHex(bytes);
  }

  private static String ascii(byte[] bytes, int from, int to) {
    StringBuilder ascii = new StringBuilder();
    for (int i = from; i < to; i++) {
      ascii.append(bytes[i] >= ' ' && bytes[i] < 127 ? (char) bytes[i] : '.');
    }
    return ascii.toString();
  }
}
