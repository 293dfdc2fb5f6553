package dev.mooring.cli.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Counts over time as columns that rise from a floor, with a scale at the side. */
final class ColumnChart {

  /** A chart is no higher; one of small numbers has a line for each. */
  private static final int MOST_LINES = 5;

  private final Glyphs glyphs;
  private final int columnWidth;
  private final int scaleWidth;

  /**
   * @param columnWidth how many characters each count is wide
   * @param scaleWidth how many characters the numbers of the scale have
   */
  ColumnChart(Glyphs glyphs, int columnWidth, int scaleWidth) {
    this.glyphs = glyphs;
    this.columnWidth = columnWidth;
    this.scaleWidth = scaleWidth;
  }

  /**
   * The lines of a chart, the floor included.
   *
   * @param counts none negative
   * @param gaps whether columns stand apart, where there is room: flows do, levels don't
   */
  List<String> lines(long[] counts, boolean gaps) {
    long most = Arrays.stream(counts).max().orElse(0);
    int height = Math.toIntExact(Math.clamp(most, 1, MOST_LINES));
    List<String> lines = new ArrayList<>();
    for (int line = height - 1; line >= 0; line--) {
      String scale =
          line == height - 1 || most == height ? Long.toString(most * (line + 1) / height) : "";
      lines.add((scale(scale) + glyphs.side() + row(counts, line, height, gaps)).stripTrailing());
    }
    lines.add(scale("0") + glyphs.floor(counts.length * columnWidth));
    return lines;
  }

  /** One line of characters, counted from the floor. */
  private String row(long[] counts, int line, int height, boolean gaps) {
    long most = Arrays.stream(counts).max().orElse(0);
    int filled = gaps && columnWidth > 1 ? columnWidth - 1 : columnWidth;
    StringBuilder row = new StringBuilder();
    for (long count : counts) {
      String part = glyphs.rising(eighths(count, most, height) - line * Glyphs.STEPS);
      row.append(part.repeat(filled)).append(" ".repeat(columnWidth - filled));
    }
    return row.toString();
  }

  /** How high a column is; the smallest count can still be seen. */
  private static int eighths(long count, long most, int height) {
    if (count == 0) {
      return 0;
    }
    double share = (double) count / most;
    return Math.max(1, Math.toIntExact(Math.round(share * height * Glyphs.STEPS)));
  }

  private String scale(String number) {
    return " ".repeat(scaleWidth - number.length()) + number + " ";
  }
}
