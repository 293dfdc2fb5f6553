package dev.mooring.contract.codec;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;

/** Writes a row as a CSV record. */
final class CsvCells implements RowCells {

  private static final byte[] TRUE = "true".getBytes(UTF_8);
  private static final byte[] FALSE = "false".getBytes(UTF_8);

  /** Something before a cell: how it is quoted may depend on whether it is the first. */
  private static final String BEFORE = "x";

  private final Utf8Text text;

  CsvCells(Utf8Text text) {
    this.text = text;
  }

  @Override
  public void absent(int field) {
    separate(field);
  }

  @Override
  public void text(int field, byte[] bytes, int from, int to) {
    separate(field);
    if (isPlain(bytes, from, to)) {
      text.add(bytes, from, to);
    } else {
      text.add(written(field, new String(bytes, from, to - from, UTF_8)).getBytes(UTF_8));
    }
  }

  @Override
  public void number(int field, long number) {
    separate(field);
    text.add(number);
  }

  @Override
  public void truth(int field, boolean yes) {
    separate(field);
    text.add(yes ? TRUE : FALSE);
  }

  @Override
  public void day(int field, long epochDay) {
    separate(field);
    text.addDay(epochDay);
  }

  private void separate(int field) {
    if (field > 0) {
      text.add(',');
    }
  }

  /** Whether it has only letters, digits and hyphens of ASCII, as ids and names of values have. */
  private static boolean isPlain(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      byte next = bytes[i];
      boolean letter = (next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z');
      if (!letter && !(next >= '0' && next <= '9') && next != '-' && next != '_') {
        return false;
      }
    }
    return to > from;
  }

  private static String written(int field, String value) {
    return field == 0
        ? Csv.write(List.of(value))
        : Csv.write(List.of(BEFORE, value)).substring(BEFORE.length() + 1);
  }
}
