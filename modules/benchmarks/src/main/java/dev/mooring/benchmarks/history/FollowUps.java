package dev.mooring.benchmarks.history;

import dev.mooring.contract.event.Event;
import dev.mooring.contract.event.Precision;
import dev.mooring.contract.event.Status;
import java.time.Duration;
import java.time.Instant;

/** What comes after a report: the same again, a correction, a doubt, a contradiction. */
final class FollowUps {

  private static final Duration AGAIN = Duration.ofHours(2);
  private static final Duration SECOND_THOUGHT = Duration.ofDays(20);
  private static final long DAY = Duration.ofDays(1).toMillis();

  private final Shares shares;
  private final Cast cast;
  private final Dice dice;
  private final Schedule<Task> schedule;
  private final long start;

  FollowUps(HistoryConfig config, Cast cast, Dice dice, Schedule<Task> schedule) {
    this.shares = config.shares();
    this.cast = cast;
    this.dice = dice;
    this.schedule = schedule;
    this.start = config.start().toEpochMilli();
  }

  /**
   * Draws what will follow a report and puts it on the schedule; a revision may be revised again.
   *
   * @param at milliseconds from the start of the history
   */
  void follow(Event event, long at) {
    if (dice.chance(shares.duplicated())) {
      schedule.add(at + dice.lognormal(AGAIN, 2), new Task.Report(event));
    }
    if (event.getStatus() == Status.RETRACTED) {
      return;
    }
    long later = at + dice.lognormal(SECOND_THOUGHT, 1);
    Event revision = revise(event, later);
    if (revision != null) {
      schedule.add(later, new Task.Report(revision));
      follow(revision, later);
    }
  }

  private Event revise(Event event, long at) {
    double share = dice.unit() - shares.amended();
    if (share < 0) {
      return changed(next(event, at).setStatus(Status.REPORTED)).build();
    }
    share -= shares.retracted();
    if (share < 0) {
      return next(event, at).setStatus(Status.RETRACTED).build();
    }
    share -= shares.disputed();
    if (share < 0) {
      return next(event, at).setStatus(Status.DISPUTED).build();
    }
    share -= shares.conflicting();
    return share < 0 ? contradiction(event, at) : null;
  }

  private Event.Builder next(Event event, long at) {
    return reportedAt(Event.newBuilder(event).setRevision(event.getRevision() + 1), at);
  }

  /** Half of them reported at the same time as what they contradict, so that only contents tell. */
  private Event contradiction(Event event, long at) {
    Event.Builder other = changed(Event.newBuilder(event));
    return (dice.chance(0.5) ? other : reportedAt(other, at)).build();
  }

  private Event.Builder reportedAt(Event.Builder event, long at) {
    return event
        .setReportedAt(Instant.ofEpochMilli(start + at))
        .setReportedPrecision(Precision.INSTANT);
  }

  /** Another city where there was one, or another day. */
  private Event.Builder changed(Event.Builder event) {
    if (event.getCity() != null && dice.chance(0.5)) {
      City city = cast.cityOtherThan(event.getCity(), dice);
      return event.setCity(city.id()).setCountry(city.country());
    }
    long day = event.getOccurredAt().toEpochMilli() - (1 + dice.below(30)) * DAY;
    return event
        .setOccurredAt(Instant.ofEpochMilli(Draft.truncated(day, Precision.DAY)))
        .setPrecision(Precision.DAY);
  }
}
