package dev.mooring.metrics;

import dev.mooring.contract.EventRules;
import dev.mooring.contract.Stage;
import dev.mooring.contract.event.EventType;
import dev.mooring.contract.event.Outcome;
import dev.mooring.contract.event.Status;
import java.util.Objects;

/**
 * What an event, a mooring and a flow add to the counts of their bank, city and country: section
 * 4.2 of the contract. With a sign of -1 they take the same away.
 */
final class Contributions {

  private static final Stage[] STAGES = Stage.values();

  private final Tallies tallies;

  Contributions(Tallies tallies) {
    this.tallies = tallies;
  }

  /** What the highest revision of an event adds by itself. */
  void event(Parties parties, Fact fact, long sign) {
    if (parties.bank() != null) {
      Tally bank = tallies.of(Scope.BANK, parties.bank());
      countEvent(bank, fact, sign);
      countOnDay(bank, fact, sign);
      countForParty(bank, parties, fact, sign);
    }
    if (fact.city() != null) {
      Tally city = tallies.of(Scope.CITY, fact.city());
      countEvent(city, fact, sign);
      countOnDay(city, fact, sign);
      countForParty(city, parties, fact, sign);
      countSignal(city, fact, sign);
    }
    if (fact.country() != null) {
      Tally country = tallies.of(Scope.COUNTRY, fact.country());
      countEvent(country, fact, sign);
      countSignal(country, fact, sign);
      countDayOfCountry(country, fact, sign);
    }
  }

  private static void countEvent(Tally tally, Fact fact, long sign) {
    if (fact.status() == Status.DISPUTED) {
      tally.add(Measure.EVENTS_DISPUTED, sign);
    }
    if (!fact.stands()) {
      return;
    }
    tally.add(Measure.EVENTS, sign);
    tally.add(Measure.of(fact.type()), sign);
    if (fact.status() == Status.CONFIRMED) {
      tally.add(Measure.EVENTS_CONFIRMED, sign);
    }
  }

  private static void countOnDay(Tally tally, Fact fact, long sign) {
    if (!fact.stands()) {
      return;
    }
    Counts ofDay = tally.day(fact.day());
    ofDay.add(Measure.EVENTS, sign);
    ofDay.add(Measure.of(fact.type()), sign);
    if (fact.monthOnly()) {
      ofDay.add(Measure.EVENTS_MONTH_PRECISION, sign);
    }
    tally.forgetIfZero(fact.day(), ofDay);
  }

  /** Countries have no daily rows: their days only tell which was the first, and which the last. */
  private static void countDayOfCountry(Tally tally, Fact fact, long sign) {
    if (fact.stands()) {
      tally.addOn(fact.day(), Measure.EVENTS, sign);
    }
  }

  private static void countForParty(Tally tally, Parties parties, Fact fact, long sign) {
    if (!fact.stands()) {
      return;
    }
    if (!parties.isPair() && EventRules.isMooringEvent(fact.type())) {
      tally.add(Measure.UNATTRIBUTED, sign);
    }
    if (fact.type() == EventType.APPLICATION_DECIDED) {
      tally.add(Measure.of(fact.outcome()), sign);
      if (fact.outcome() == Outcome.DECLINED) {
        tally.addReason(new ReasonKey(ReasonKind.DECLINE, fact.reason()), sign);
      }
    }
  }

  private static void countSignal(Tally tally, Fact fact, long sign) {
    if (fact.stands() && fact.type() == EventType.SUPERVISORY_SIGNAL) {
      tally.add(Measure.of(fact.tone()), sign);
    }
  }

  /** What a standing event adds that belongs to none of its pair's several moorings. */
  void unplaced(Parties pair, long sign) {
    tallies.of(Scope.BANK, pair.bank()).add(Measure.UNPLACED, sign);
  }

  /** What a pair adds to its bank: one firm, one that is banked. */
  void pair(Parties pair, Moorings.Standing standing, long sign) {
    Tally bank = tallies.of(Scope.BANK, pair.bank());
    bank.add(Measure.FIRMS, standing == Moorings.Standing.NONE ? 0 : sign);
    bank.add(Measure.FIRMS_BANKED, standing == Moorings.Standing.BANKED ? sign : 0);
  }

  /** What a mooring adds, being in that state. */
  void mooring(Parties pair, String city, MooringState state, long sign) {
    if (sign > 0) {
      mooringChange(pair, city, MooringState.START, state);
    } else {
      mooringChange(pair, city, state, MooringState.START);
    }
  }

  /**
   * What it changes that a mooring passes from one state to another. A state without events is that
   * of no mooring. Most events change nothing that is counted.
   */
  void mooringChange(Parties pair, String city, MooringState before, MooringState after) {
    if (after.countsLike(before)) {
      return;
    }
    Tally bank = tallies.of(Scope.BANK, pair.bank());
    countMooring(bank, before, after);
    if (city == null) {
      return;
    }
    Tally ofCity = tallies.of(Scope.CITY, city);
    countMooring(ofCity, before, after);
    long come = exists(after) - exists(before);
    if (come != 0) {
      ofCity.addMember(Member.MOORINGS_BY_FIRM, pair.firm(), come);
    }
    long opened = is(Account.OPEN, after) - is(Account.OPEN, before);
    if (opened != 0) {
      bank.addMember(Member.OPEN_BY_CITY, city, opened);
      ofCity.addMember(Member.OPEN_BY_BANK, pair.bank(), opened);
      ofCity.addMember(Member.OPEN_BY_FIRM, pair.firm(), opened);
    }
  }

  private static void countMooring(Tally tally, MooringState before, MooringState after) {
    tally.add(Measure.MOORINGS, exists(after) - exists(before));
    for (Stage stage : STAGES) {
      tally.add(Measure.of(stage), inFunnel(stage, after) - inFunnel(stage, before));
    }
    tally.add(Measure.ACCOUNTS_OPEN, is(Account.OPEN, after) - is(Account.OPEN, before));
    tally.add(Measure.ACCOUNTS_DORMANT, is(Account.DORMANT, after) - is(Account.DORMANT, before));
    tally.add(Measure.ACCOUNTS_RESTRICTED, restricted(after) - restricted(before));
    if (!Objects.equals(before.daysToOpen(), after.daysToOpen())) {
      countDaysToOpen(tally, before, -1);
      countDaysToOpen(tally, after, 1);
    }
  }

  private static void countDaysToOpen(Tally tally, MooringState state, long sign) {
    if (state.daysToOpen() != null) {
      tally.addDaysToOpen(state.daysToOpen(), sign);
    }
  }

  private static long exists(MooringState state) {
    return state.events() > 0 ? 1 : 0;
  }

  private static long is(Account account, MooringState state) {
    return state.account() == account ? 1 : 0;
  }

  private static long restricted(MooringState state) {
    return state.restricted() ? 1 : 0;
  }

  private static long inFunnel(Stage stage, MooringState state) {
    return state.observed() && stage.compareTo(state.stage()) <= 0 ? 1 : 0;
  }

  /** What happened to a mooring's account adds to its bank's and city's flows. */
  Flows flows(Parties pair, String city, long sign) {
    return (kind, cause) -> {
      countFlow(tallies.of(Scope.BANK, pair.bank()), kind, cause, sign);
      if (city != null) {
        countFlow(tallies.of(Scope.CITY, city), kind, cause, sign);
      }
    };
  }

  private static void countFlow(Tally tally, Flows.Kind kind, Fact cause, long sign) {
    Measure measure =
        switch (kind) {
          case OPENED -> Measure.ACCOUNTS_OPENED;
          case FIRST_SEEN -> Measure.ACCOUNTS_FIRST_SEEN;
          case CLOSED -> Measure.ACCOUNTS_CLOSED;
        };
    tally.add(measure, sign);
    tally.addOn(cause.day(), measure, sign);
    if (kind == Flows.Kind.CLOSED) {
      tally.addReason(new ReasonKey(ReasonKind.CLOSURE, cause.reason()), sign);
    }
  }
}
