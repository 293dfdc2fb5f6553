package dev.mooring.cli.output;

/** How an answer is written. */
public enum Format {
  /** For people: the columns that matter, as many as the terminal has room for. */
  TABLE,
  /** One object a line, all fields, absent ones null. */
  JSON,
  /** All fields under a header of their names, absent ones empty. */
  CSV;

  @Override
  public String toString() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
