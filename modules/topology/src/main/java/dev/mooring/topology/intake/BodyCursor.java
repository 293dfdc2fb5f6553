package dev.mooring.topology.intake;

import java.nio.charset.StandardCharsets;

/**
 * Walks through an Avro body. It takes no more than the plain case and gives up on anything else by
 * {@link #fail}: it never throws, and once failed it stays failed.
 */
final class BodyCursor {

  private static final int MAX_VARINT = 10;

  private byte[] bytes;
  private int at;
  private boolean failed;

  /** Where the text that was taken last begins, and how long it is. */
  private int textStart;

  private int textLength;

  void open(byte[] value, int from) {
    bytes = value;
    at = from;
    failed = false;
  }

  boolean failed() {
    return failed;
  }

  /** Gives up on this body. */
  void fail() {
    failed = true;
  }

  boolean atEnd() {
    return at == bytes.length;
  }

  /** A number in the shortest form of Avro's encoding; any other would hash differently. */
  long takeNumber() {
    long zigzag = 0;
    for (int i = 0; i < MAX_VARINT && at < bytes.length; i++) {
      byte next = bytes[at++];
      zigzag |= (long) (next & 0x7f) << (7 * i);
      if (next >= 0) {
        if (next == 0 && i > 0) {
          break;
        }
        return (zigzag >>> 1) ^ -(zigzag & 1);
      }
    }
    failed = true;
    return 0;
  }

  /** A number within bounds. */
  int takeSmall(int least, int most) {
    long number = takeNumber();
    if (number < least || number > most) {
      failed = true;
      return least;
    }
    return (int) number;
  }

  /** Whether a field that may be absent is there. */
  boolean takePresence() {
    return takeSmall(0, 1) == 1;
  }

  /** Takes a text, which is looked at by the methods below. */
  void takeText(int mostBytes) {
    int length = takeSmall(0, mostBytes);
    if (failed || length > bytes.length - at) {
      failed = true;
      textLength = 0;
      return;
    }
    textStart = at;
    textLength = length;
    at += length;
  }

  int textLength() {
    return textLength;
  }

  byte textByte(int index) {
    return bytes[textStart + index];
  }

  /** Whether the text is plain ASCII, with something in it to be seen. */
  boolean textIsPlain() {
    boolean visible = false;
    for (int i = 0; i < textLength; i++) {
      byte c = textByte(i);
      if (c < 0) {
        return false;
      }
      visible |= c > ' ';
    }
    return visible;
  }

  /** Whether the text is a slug: see {@link dev.mooring.contract.Formats#isSlug}. */
  boolean textIsSlug() {
    boolean afterHyphen = true;
    for (int i = 0; i < textLength; i++) {
      byte c = textByte(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
      if (!letter && (c != '-' || afterHyphen)) {
        return false;
      }
      afterHyphen = c == '-';
    }
    return !afterHyphen;
  }

  /** The text, which must be ASCII. */
  String text() {
    return new String(bytes, textStart, textLength, StandardCharsets.US_ASCII);
  }
}
