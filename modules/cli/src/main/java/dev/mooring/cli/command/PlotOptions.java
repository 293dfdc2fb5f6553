package dev.mooring.cli.command;

import dev.mooring.cli.Surroundings;
import dev.mooring.cli.plot.BarChart;
import dev.mooring.cli.plot.DailyPlot;
import dev.mooring.cli.plot.DayCounts;
import dev.mooring.cli.plot.Glyphs;
import dev.mooring.contract.row.BankDaily;
import dev.mooring.contract.row.CityDaily;
import dev.mooring.metrics.Ranking;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** The options to draw an answer, and the drawing. */
final class PlotOptions {

  private static final int USUAL_WIDTH = 80;

  private final Surroundings surroundings;

  @Option(
      names = "--plot",
      description = "Draw it: one bank or city with --daily over time, or the ranking as bars.")
  private boolean plot;

  @Option(
      names = "--ascii",
      description = "Draw with ASCII characters only; by default so where the locale isn't UTF-8.")
  private boolean ascii;

  PlotOptions(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  boolean isAskedFor() {
    return plot;
  }

  /**
   * Draws rows.
   *
   * @param title what they are of
   * @param rows of days, all of one bank or city, or hubs of the ranking; at least one
   */
  List<String> draw(String title, Collection<?> rows) {
    Glyphs glyphs = ascii ? Glyphs.ASCII : Glyphs.of(surroundings.environment());
    int width = surroundings.columns().orElse(USUAL_WIDTH);
    if (rows.iterator().next() instanceof Ranking.Hub) {
      List<BarChart.Bar> bars = rows.stream().map(row -> bar((Ranking.Hub) row)).toList();
      return Stream.concat(
              Stream.of("accountsOpen by city"), new BarChart(glyphs, width).lines(bars).stream())
          .toList();
    }
    return new DailyPlot(glyphs, width).lines(title, rows.stream().map(PlotOptions::day).toList());
  }

  private static BarChart.Bar bar(Ranking.Hub hub) {
    return new BarChart.Bar(
        "%3d %s".formatted(hub.rank(), hub.city()),
        hub.accountsOpen(),
        Long.toString(hub.accountsOpen()));
  }

  private static DayCounts day(Object row) {
    return switch (row) {
      case BankDaily day ->
          new DayCounts(
              day.getDay(),
              day.getEvents(),
              day.getEventsMonthPrecision(),
              day.getAccountsOpened(),
              day.getAccountsFirstSeen(),
              day.getAccountsClosed());
      case CityDaily day ->
          new DayCounts(
              day.getDay(),
              day.getEvents(),
              day.getEventsMonthPrecision(),
              day.getAccountsOpened(),
              day.getAccountsFirstSeen(),
              day.getAccountsClosed());
      default -> throw new IllegalArgumentException("row: " + row + ", should be of a day");
    };
  }
}
