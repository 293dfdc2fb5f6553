package dev.mooring.cli.plot;

import java.util.List;

/** Named numbers as bars from left to right. */
public final class BarChart {

  private static final int LEAST_COLUMNS = 10;

  private final Glyphs glyphs;
  private final int width;

  /**
   * One bar.
   *
   * @param name stands before it
   * @param value how long it is; not negative
   * @param note stands behind it
   */
  public record Bar(String name, long value, String note) {}

  /** Bars at most so many characters wide, with their names and notes. */
  public BarChart(Glyphs glyphs, int width) {
    this.glyphs = glyphs;
    this.width = width;
  }

  /** A line for each bar. */
  public List<String> lines(List<Bar> bars) {
    int names = bars.stream().mapToInt(bar -> bar.name().length()).max().orElse(0);
    int notes = bars.stream().mapToInt(bar -> bar.note().length()).max().orElse(0);
    long most = bars.stream().mapToLong(Bar::value).max().orElse(0);
    // A space and the side before each bar, a space before its note.
    int room = Math.max(LEAST_COLUMNS, width - names - notes - 3);
    return bars.stream()
        .map(
            bar ->
                bar.name()
                    + " ".repeat(names - bar.name().length() + 1)
                    + glyphs.side()
                    + glyphs.growing(eighths(bar.value(), most, room))
                    + " "
                    + bar.note())
        .toList();
  }

  /** How long a bar is; the smallest value can still be seen. */
  private static long eighths(long value, long most, int room) {
    if (value == 0) {
      return 0;
    }
    return Math.max(1, Math.round((double) value / most * room * Glyphs.STEPS));
  }
}
