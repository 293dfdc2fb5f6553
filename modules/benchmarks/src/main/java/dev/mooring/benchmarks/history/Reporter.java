package dev.mooring.benchmarks.history;

import dev.mooring.contract.event.CityBasis;
import dev.mooring.contract.event.DateBasis;
import dev.mooring.contract.event.Event;
import dev.mooring.contract.event.Precision;
import dev.mooring.contract.event.Status;

/** Makes an event of what happened: who says so, how exactly, and when it became public. */
final class Reporter {

  private static final String[] SOURCES = {
    "Company register, extract of the day",
    "Annual report of the bank",
    "Press desk of the bank, by telephone",
    "Statement of the firm to its clients",
    "Trade press, two unnamed sources",
    "Gazette of the supervisor",
    "Filing with the stock exchange",
    "Record of the commercial court",
    "Interview with the firm's treasurer"
  };

  private static final String[] NOTES = {
    "Told by two people who know of it.", "Terms not public.", "Second attempt, after a merger."
  };

  private final Dice dice;

  Reporter(Dice dice) {
    this.dice = dice;
  }

  /**
   * Completes a draft.
   *
   * @param occurred milliseconds UTC
   * @param published milliseconds UTC; before {@code occurred} when it is announced ahead
   */
  Event report(Draft draft, long occurred, long published) {
    draft.id = dice.uuid();
    draft.occurred(occurred, precision());
    draft.reported(publicSince(occurred, published), precision());
    draft.status = dice.chance(0.3) ? Status.CONFIRMED : Status.REPORTED;
    draft.cityBasis = dice.chance(0.1) ? CityBasis.INFERRED : CityBasis.STATED;
    draft.dateBasis = dice.chance(0.05) ? DateBasis.REPORT_DATE : DateBasis.STATED;
    draft.source = dice.pick(SOURCES);
    if (dice.chance(0.03)) {
      draft.url = "https://news.example/" + draft.id;
    }
    if (dice.chance(0.03)) {
      draft.note = dice.pick(NOTES);
    }
    return draft.toEvent();
  }

  private Precision precision() {
    int percent = dice.below(100);
    if (percent < 60) {
      return Precision.INSTANT;
    }
    return percent < 95 ? Precision.DAY : Precision.MONTH;
  }

  /** Half are published as soon as they are public; the others were public for a while. */
  private long publicSince(long occurred, long published) {
    if (published <= occurred || dice.chance(0.5)) {
      return published;
    }
    return occurred + (long) ((published - occurred) * dice.unit());
  }
}
