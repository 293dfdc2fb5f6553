package dev.mooring.contract.codec;

import java.io.Writer;

/** A text in memory that keeps no more than its limit, and knows when it was given more. */
final class BoundedText extends Writer {

  private static final int SHOWN = 1000;

  private final StringBuilder text = new StringBuilder();
  private final int limit;
  private boolean overflown;

  BoundedText(int limit) {
    this.limit = limit;
  }

  boolean overflown() {
    return overflown;
  }

  /** As much of it as one should show of a text that is too long. */
  String beginning() {
    return text.substring(0, Math.min(SHOWN, text.length()));
  }

  @Override
  public void write(char[] chars, int offset, int length) {
    int room = Math.min(length, limit - text.length());
    text.append(chars, offset, room);
    overflown |= room < length;
  }

  @Override
  public String toString() {
    return text.toString();
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}
}
