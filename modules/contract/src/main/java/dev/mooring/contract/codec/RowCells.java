package dev.mooring.contract.codec;

/** Takes the fields of a row one by one, each by its number in the schema. */
public interface RowCells {

  /** A field without a value. */
  void absent(int field);

  /** A text, as UTF-8. */
  void text(int field, byte[] bytes, int from, int to);

  /** A number. */
  void number(int field, long number);

  /** A truth value. */
  void truth(int field, boolean yes);

  /** A date, in days since 1970. */
  void day(int field, long epochDay);
}
