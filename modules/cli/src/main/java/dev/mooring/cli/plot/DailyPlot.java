package dev.mooring.cli.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * One bank or city over time: its accounts, what opened and closed, and its events, one chart below
 * the other over the same days. First sights have a chart of their own: they are a change of
 * knowledge, no flow, and are never added to openings.
 */
public final class DailyPlot {

  private static final int LEAST_COLUMNS = 10;

  private final Glyphs glyphs;
  private final int width;

  /** Charts at most so many characters wide. */
  public DailyPlot(Glyphs glyphs, int width) {
    this.glyphs = glyphs;
    this.width = width;
  }

  /**
   * The lines of all charts.
   *
   * @param title whose days these are
   * @param days in their order; at least one
   */
  public List<String> lines(String title, List<DayCounts> days) {
    int scaleWidth = scaleWidth(days);
    TimeAxis axis =
        TimeAxis.fitting(
            days.getFirst().day(),
            days.getLast().day(),
            Math.max(LEAST_COLUMNS, width - scaleWidth - 2));
    ColumnChart chart = new ColumnChart(glyphs, axis.columnWidth(), scaleWidth);

    List<String> lines = new ArrayList<>();
    lines.add(
        "%s, %s to %s, by %s"
            .formatted(title, days.getFirst().day(), days.getLast().day(), axis.period()));
    add(lines, chart, "accounts open or dormant", levels(axis, days), false);
    add(lines, chart, "accountsOpened", axis.sums(days, DayCounts::opened), true);
    add(lines, chart, "accountsFirstSeen", axis.sums(days, DayCounts::firstSeen), true);
    add(lines, chart, "accountsClosed", axis.sums(days, DayCounts::closed), true);
    add(lines, chart, "events", axis.sums(days, DayCounts::events), true);
    lines.add(" ".repeat(scaleWidth + 2) + axis.labels());
    monthOnly(days, lines);
    return lines;
  }

  private static void add(
      List<String> lines, ColumnChart chart, String name, long[] counts, boolean flow) {
    lines.add("");
    if (Arrays.stream(counts).allMatch(count -> count == 0)) {
      lines.add(name + ": none");
    } else {
      lines.add(name);
      lines.addAll(chart.lines(counts, flow));
    }
  }

  /** How many accounts are known to be there at the end of each period. */
  private static long[] levels(TimeAxis axis, List<DayCounts> days) {
    long[] levels = axis.sums(days, DayCounts::change);
    Arrays.parallelPrefix(levels, Long::sum);
    return levels;
  }

  private static void monthOnly(List<DayCounts> days, List<String> lines) {
    long monthOnly = sum(days, DayCounts::monthPrecision);
    if (monthOnly > 0) {
      lines.add(
          "%d of %d events are known to the month only, and stand on its first day"
              .formatted(monthOnly, sum(days, DayCounts::events)));
    }
  }

  /** No chart has a greater number than there are events, or accounts in all. */
  private static int scaleWidth(List<DayCounts> days) {
    long most =
        Math.max(
            sum(days, DayCounts::events),
            sum(days, day -> day.opened() + day.firstSeen() + day.closed()));
    return Long.toString(most).length();
  }

  private static long sum(List<DayCounts> days, ToLongFunction<DayCounts> count) {
    return days.stream().mapToLong(count).sum();
  }
}
