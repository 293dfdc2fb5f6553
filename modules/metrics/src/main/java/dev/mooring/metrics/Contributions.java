package dev.mooring.metrics;

import dev.mooring.contract.EventRules;
import dev.mooring.contract.Stage;
import dev.mooring.contract.event.EventType;
import dev.mooring.contract.event.Outcome;
import dev.mooring.contract.event.Status;

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
      countForParty(bank, parties, fact, sign);
    }
    if (fact.city() != null) {
      Tally city = tallies.of(Scope.CITY, fact.city());
      countEvent(city, fact, sign);
      countForParty(city, parties, fact, sign);
      countSignal(city, fact, sign);
    }
    if (fact.country() != null) {
      Tally country = tallies.of(Scope.COUNTRY, fact.country());
      countEvent(country, fact, sign);
      countSignal(country, fact, sign);
    }
  }

  private static void countEvent(Tally tally, Fact fact, long sign) {
    if (fact.status() == Status.DISPUTED) {
      tally.add(Measure.EVENTS_DISPUTED, sign);
    }
    if (!fact.stands()) {
      return;
    }
    Measure ofType = Measure.of(fact.type());
    tally.add(Measure.EVENTS, sign);
    tally.add(ofType, sign);
    if (fact.status() == Status.CONFIRMED) {
      tally.add(Measure.EVENTS_CONFIRMED, sign);
    }
    Counts ofDay = tally.day(fact.day());
    ofDay.add(Measure.EVENTS, sign);
    ofDay.add(ofType, sign);
    if (fact.monthOnly()) {
      ofDay.add(Measure.EVENTS_MONTH_PRECISION, sign);
    }
    tally.forgetIfZero(fact.day(), ofDay);
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
  void pair(Parties pair, boolean moored, boolean banked, long sign) {
    if (moored) {
      tallies.of(Scope.BANK, pair.bank()).add(Measure.FIRMS, sign);
    }
    if (banked) {
      tallies.of(Scope.BANK, pair.bank()).add(Measure.FIRMS_BANKED, sign);
    }
  }

  /** What a mooring adds, being in that state. */
  void mooring(Parties pair, String city, MooringState state, long sign) {
    boolean open = state.account() == Account.OPEN;
    Tally bank = tallies.of(Scope.BANK, pair.bank());
    countMooring(bank, state, sign);
    if (city == null) {
      return;
    }
    Tally ofCity = tallies.of(Scope.CITY, city);
    countMooring(ofCity, state, sign);
    ofCity.addMember(Member.MOORINGS_BY_FIRM, pair.firm(), sign);
    if (open) {
      bank.addMember(Member.OPEN_BY_CITY, city, sign);
      ofCity.addMember(Member.OPEN_BY_BANK, pair.bank(), sign);
      ofCity.addMember(Member.OPEN_BY_FIRM, pair.firm(), sign);
    }
  }

  private static void countMooring(Tally tally, MooringState state, long sign) {
    tally.add(Measure.MOORINGS, sign);
    if (state.observed()) {
      for (Stage stage : STAGES) {
        if (stage.compareTo(state.stage()) <= 0) {
          tally.add(Measure.of(stage), sign);
        }
      }
    }
    switch (state.account()) {
      case OPEN -> tally.add(Measure.ACCOUNTS_OPEN, sign);
      case DORMANT -> tally.add(Measure.ACCOUNTS_DORMANT, sign);
      case NONE, CLOSED -> {}
    }
    if (state.restricted()) {
      tally.add(Measure.ACCOUNTS_RESTRICTED, sign);
    }
    if (state.daysToOpen() != null) {
      tally.addDaysToOpen(state.daysToOpen(), sign);
    }
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
