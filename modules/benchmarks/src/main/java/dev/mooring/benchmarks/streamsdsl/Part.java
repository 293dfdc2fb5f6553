package dev.mooring.benchmarks.streamsdsl;

import dev.mooring.benchmarks.peer.Summary;
import dev.mooring.metrics.Measure;
import dev.mooring.metrics.Tally;

/** What a cell says to the summary of its bank, city or country. */
record Part(String cell, Tally tally) {

  Summary addTo(Summary summary) {
    switch (Cell.ofKey(cell)) {
      case Cell.Totals totals -> summary.add(tally);
      case Cell.Day day -> summary.day(day.day(), hasEvents(day.day()));
      case Cell.Counterpart with -> summary.member(with.member(), 0, count(with));
      case Cell.ReasonGiven reason -> {}
    }
    return summary;
  }

  Summary takeFrom(Summary summary) {
    switch (Cell.ofKey(cell)) {
      case Cell.Totals totals -> summary.subtract(tally);
      case Cell.Day day -> summary.day(day.day(), false);
      case Cell.Counterpart with -> summary.member(with.member(), count(with), 0);
      case Cell.ReasonGiven reason -> {}
    }
    return summary;
  }

  private boolean hasEvents(int day) {
    var counts = tally.days().get(day);
    return counts != null && counts.get(Measure.EVENTS) > 0;
  }

  private long count(Cell.Counterpart with) {
    return tally.members(with.member()).get(with.other());
  }
}
