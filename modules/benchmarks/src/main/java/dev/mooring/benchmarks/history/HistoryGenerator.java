package dev.mooring.benchmarks.history;

import dev.mooring.contract.event.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * A made-up history of banks and crypto firms as valid events, in the order in which they are
 * published. Each relationship goes through a funnel of its own; thousands are open at any time and
 * their events interleave. Memory grows with the open relationships only, not with the length of
 * the history.
 */
public final class HistoryGenerator implements Iterator<Event> {

  private static final Duration USUAL_DELAY = Duration.ofHours(6);
  private static final Duration LATE = Duration.ofDays(120);
  private static final Duration AHEAD = Duration.ofDays(10);
  private static final double IN_OTHER_CITY = 0.3;

  private final HistoryConfig config;
  private final long start;
  private final Dice dice;
  private final Cast cast;
  private final Schedule<Task> schedule = new Schedule<>();
  private final Beginnings beginnings;
  private final Bystanders bystanders;
  private final Reporter reporter;
  private final FollowUps followUps;
  private long now;
  private long given;

  public HistoryGenerator(HistoryConfig config) {
    this.config = config;
    this.start = config.start().toEpochMilli();
    this.dice = new Dice(config.seed());
    this.cast = new Cast(config, dice);
    this.beginnings = new Beginnings(config, cast, dice);
    this.bystanders = new Bystanders(cast, dice);
    this.reporter = new Reporter(dice);
    this.followUps = new FollowUps(config, cast, dice, schedule);
  }

  @Override
  public boolean hasNext() {
    return given < config.events();
  }

  @Override
  public Event next() {
    if (!hasNext()) {
      throw new NoSuchElementException("the history ends after " + given + " events");
    }
    given++;
    return withdrawalIsDue() ? fresh(bystanders.withdrawal(), now, now) : scheduled();
  }

  /** When the event that was given last is published; it never decreases. */
  public Instant publishedAt() {
    return Instant.ofEpochMilli(start + now);
  }

  /** Relationships and reports that are under way: what the generator holds in memory. */
  int open() {
    return schedule.size();
  }

  /** Withdrawals are few: spaced evenly, so that the shortest history has its share. */
  private boolean withdrawalIsDue() {
    int withdrawals = config.withdrawals();
    return given * (withdrawals + 1) / config.events()
            > (given - 1) * (withdrawals + 1) / config.events()
        && given < config.events();
  }

  private Event scheduled() {
    while (true) {
      if (schedule.size() == 0 || beginnings.nextAt() <= schedule.nextAt()) {
        begin();
        continue;
      }
      now = schedule.nextAt();
      switch (schedule.take()) {
        case Task.Report(Event event) -> {
          return event;
        }
        case Task.Relationship relationship -> {
          Event event = happen(relationship);
          if (event != null) {
            return event;
          }
        }
      }
    }
  }

  private void begin() {
    Task.Relationship relationship = beginnings.take();
    schedule.add(publication(relationship.occurs), relationship);
  }

  /** When a fact is usually published: hours after it happened, or announced some days ahead. */
  private long publication(long occurs) {
    long published =
        dice.chance(config.shares().announced())
            ? occurs - dice.lognormal(AHEAD, 0.5)
            : occurs + dice.lognormal(USUAL_DELAY, 1);
    return Math.max(now, published);
  }

  /** The step for which a relationship was scheduled; null when its report comes late. */
  private Event happen(Task.Relationship relationship) {
    Draft draft = new Draft();
    Details.fill(draft, relationship.step, dice);
    draft.bank = cast.bankName(relationship.bank);
    draft.firm = relationship.firm;
    draft.city = city(relationship);
    long occurred = relationship.occurs;
    goOn(relationship);
    if (dice.chance(config.shares().bystanding())) {
      Event aside = fresh(bystanders.any(), now, now);
      schedule.add(now, new Task.Report(aside));
    }
    if (dice.chance(config.shares().late())) {
      long late = now + dice.lognormal(LATE, 1);
      schedule.add(late, new Task.Report(fresh(draft, occurred, late)));
      return null;
    }
    return fresh(draft, occurred, now);
  }

  private City city(Task.Relationship relationship) {
    if (dice.chance(config.shares().cityless())) {
      return null;
    }
    return relationship.elsewhere != null && dice.chance(IN_OTHER_CITY)
        ? relationship.elsewhere
        : relationship.city;
  }

  private void goOn(Task.Relationship relationship) {
    Step step = relationship.step.next(dice);
    if (step != null) {
      relationship.step = step;
      relationship.occurs += step.waited(dice);
      schedule.add(publication(relationship.occurs), relationship);
    }
  }

  /** A newly reported fact. What follows it counts from now, so a late one is overtaken by it. */
  private Event fresh(Draft draft, long occurred, long published) {
    Event event = reporter.report(draft, start + occurred, start + published);
    followUps.follow(event, now);
    return event;
  }
}
