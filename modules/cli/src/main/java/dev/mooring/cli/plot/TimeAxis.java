package dev.mooring.cli.plot;

import java.time.LocalDate;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * The days of a chart, put together so that they fit its width.
 *
 * @param first the first day
 * @param period what a column stands for
 * @param starts the first day of each
 * @param columnWidth how many characters wide each is drawn
 */
record TimeAxis(LocalDate first, Period period, List<LocalDate> starts, int columnWidth) {

  /** Wider columns would say no more. */
  private static final int WIDEST_COLUMN = 4;

  static TimeAxis fitting(LocalDate first, LocalDate last, int width) {
    Period period = Period.fitting(first, last, width);
    List<LocalDate> starts = period.starts(first, last);
    return new TimeAxis(first, period, starts, Math.clamp(width / starts.size(), 1, WIDEST_COLUMN));
  }

  int width() {
    return starts.size() * columnWidth;
  }

  /** What happened in each period. */
  long[] sums(List<DayCounts> days, ToLongFunction<DayCounts> count) {
    long[] sums = new long[starts.size()];
    days.forEach(day -> sums[period.index(first, day.day())] += count.applyAsLong(day));
    return sums;
  }

  /** The dates below a chart. */
  String labels() {
    StringBuilder line = new StringBuilder();
    int step = period.tickStep(columnWidth);
    for (int i = 0; i < starts.size(); i += step) {
      String label = period.label(starts.get(i));
      line.append(" ".repeat(Math.max(0, i * columnWidth - line.length()))).append(label);
    }
    // The last one may reach beyond the chart, which the terminal has no room for.
    return line.length() <= Math.max(width(), period.label(first).length())
        ? line.toString()
        : line.substring(0, line.lastIndexOf(" ")).stripTrailing();
  }
}
