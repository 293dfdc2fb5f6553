package dev.mooring.contract.codec;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.time.LocalDate;
import java.util.Arrays;

/** A text in the making, as UTF-8: grows, and takes numbers and dates without a string between. */
public final class Utf8Text {

  private static final int MOST_DIGITS = 20;

  /** Days of the years 0 to 9999 are written alike. */
  private static final int USUAL_DAY = 10;

  private static final long FIRST_USUAL_DAY = LocalDate.of(0, 1, 1).toEpochDay();
  private static final long END_OF_USUAL_DAYS = LocalDate.of(10_000, 1, 1).toEpochDay();

  /** A power of two, for some twenty years; days that share a place take turns. */
  private static final int DAYS = 8_192;

  private byte[] bytes;
  private int length;
  private final long[] days = new long[DAYS];
  private final byte[][] dayTexts = new byte[DAYS][];

  /** An empty text with room for so many bytes. */
  public Utf8Text(int room) {
    bytes = new byte[room];
  }

  /** How many bytes it has. */
  public int length() {
    return length;
  }

  /** Adds one byte of ASCII. */
  public void add(char ascii) {
    makeRoom(1);
    bytes[length++] = (byte) ascii;
  }

  /** Adds so many of one byte of ASCII. */
  public void add(char ascii, int times) {
    makeRoom(times);
    Arrays.fill(bytes, length, length + times, (byte) ascii);
    length += times;
  }

  /** Adds UTF-8. */
  public void add(byte[] utf8) {
    add(utf8, 0, utf8.length);
  }

  /** Adds a part of some UTF-8. */
  public void add(byte[] utf8, int from, int to) {
    makeRoom(to - from);
    System.arraycopy(utf8, from, bytes, length, to - from);
    length += to - from;
  }

  /** Adds a part of another text. */
  public void add(Utf8Text other, int from, int to) {
    add(other.bytes, from, to);
  }

  /** Adds a number in decimal digits. */
  public void add(long number) {
    if (number >= 0 && number < 10) {
      add((char) ('0' + number));
    } else if (number == Long.MIN_VALUE) {
      add(Long.toString(number).getBytes(ISO_8859_1));
    } else {
      addDigits(number);
    }
  }

  private void addDigits(long number) {
    makeRoom(MOST_DIGITS);
    if (number < 0) {
      bytes[length++] = '-';
    }
    long left = Math.abs(number);
    length += digits(left);
    int at = length;
    do {
      bytes[--at] = (byte) ('0' + left % 10);
      left /= 10;
    } while (left > 0);
  }

  /** How many bytes a number takes. */
  public static int width(long number) {
    return number == Long.MIN_VALUE ? MOST_DIGITS : digits(Math.abs(number)) + (number < 0 ? 1 : 0);
  }

  /** How many bytes a day takes. */
  public static int dayWidth(long epochDay) {
    boolean usual = epochDay >= FIRST_USUAL_DAY && epochDay < END_OF_USUAL_DAYS;
    return usual ? USUAL_DAY : LocalDate.ofEpochDay(epochDay).toString().length();
  }

  private static int digits(long number) {
    int digits = 1;
    for (long left = number; left >= 10; left /= 10) {
      digits++;
    }
    return digits;
  }

  /** Adds a day as {@code 2023-03-27}. */
  public void addDay(long epochDay) {
    add(day(epochDay));
  }

  /** Rows name few different days. */
  private byte[] day(long epochDay) {
    int place = (int) epochDay & (DAYS - 1);
    if (dayTexts[place] == null || days[place] != epochDay) {
      days[place] = epochDay;
      dayTexts[place] = LocalDate.ofEpochDay(epochDay).toString().getBytes(ISO_8859_1);
    }
    return dayTexts[place];
  }

  /** What was added since the last call; it begins anew. */
  public byte[] take() {
    byte[] taken = Arrays.copyOf(bytes, length);
    clear();
    return taken;
  }

  /** Begins anew. */
  public void clear() {
    length = 0;
  }

  private void makeRoom(int more) {
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(length + more, 2 * bytes.length));
    }
  }
}
