package dev.mooring.cli.plot;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What one column of a chart over time stands for. */
enum Period {
  DAY(10),
  WEEK(10),
  MONTH(7),
  QUARTER(7),
  YEAR(4);

  private final int labelLength;

  Period(int labelLength) {
    this.labelLength = labelLength;
  }

  /** The shortest period of which so many columns hold all from the first to the last day. */
  static Period fitting(LocalDate first, LocalDate last, int columns) {
    return Arrays.stream(values())
        .filter(period -> period.count(first, last) <= columns)
        .findFirst()
        .orElse(YEAR);
  }

  /** The first days of all periods from that of the first to that of the last day. */
  List<LocalDate> starts(LocalDate first, LocalDate last) {
    return Stream.iterate(start(first), day -> !day.isAfter(last), this::next).toList();
  }

  /** Which period a day is in, counted from that of the first day. */
  int index(LocalDate first, LocalDate day) {
    LocalDate from = start(first);
    LocalDate to = start(day);
    long index =
        switch (this) {
          case DAY -> ChronoUnit.DAYS.between(from, to);
          case WEEK -> ChronoUnit.WEEKS.between(from, to);
          case MONTH -> ChronoUnit.MONTHS.between(from, to);
          case QUARTER -> ChronoUnit.MONTHS.between(from, to) / 3;
          case YEAR -> ChronoUnit.YEARS.between(from, to);
        };
    return Math.toIntExact(index);
  }

  /** How a period is told below a chart. */
  String label(LocalDate start) {
    return start.toString().substring(0, labelLength);
  }

  /** How many periods lie from one label to the next, where a period is so many columns wide. */
  int tickStep(int columnWidth) {
    int room = labelLength + 2;
    int least = (room + columnWidth - 1) / columnWidth;
    int round = roundStep();
    return least <= 1 ? 1 : (least + round - 1) / round * round;
  }

  /** Labels stand whole weeks, quarters, years or five years apart. */
  private int roundStep() {
    return switch (this) {
      case DAY -> 7;
      case WEEK -> 4;
      case MONTH -> 3;
      case QUARTER -> 4;
      case YEAR -> 5;
    };
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  private long count(LocalDate first, LocalDate last) {
    return index(first, last) + 1L;
  }

  private LocalDate start(LocalDate day) {
    return switch (this) {
      case DAY -> day;
      case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      case MONTH -> day.withDayOfMonth(1);
      case QUARTER -> day.with(IsoFields.DAY_OF_QUARTER, 1);
      case YEAR -> day.withDayOfYear(1);
    };
  }

  private LocalDate next(LocalDate start) {
    return switch (this) {
      case DAY -> start.plusDays(1);
      case WEEK -> start.plusWeeks(1);
      case MONTH -> start.plusMonths(1);
      case QUARTER -> start.plusMonths(3);
      case YEAR -> start.plusYears(1);
    };
  }
}
