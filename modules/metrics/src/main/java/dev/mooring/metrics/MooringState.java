package dev.mooring.metrics;

import dev.mooring.contract.Stage;
import dev.mooring.contract.event.Change;
import dev.mooring.contract.event.EventType;
import java.util.Objects;

/**
 * What is known of a mooring after some of its facts, in the order of {@link FactOrder#LIFE}:
 * section 4.1 of the contract, one step a fact.
 *
 * @param stage the furthest stage reached; null for none
 * @param observed its first event is of before an account: its start was seen
 * @param account state of the account
 * @param restricted a restriction stands on the account
 * @param firstContactDay UTC day of the first fact that reaches CONTACTED, APPLIED or APPROVED;
 *     {@link #NO_CONTACT} or {@link #UNKNOWN_DAY} where there is no such day
 * @param opened its first opening has happened
 * @param daysToOpen whole UTC days from first contact to first opening; null when undefined
 * @param events its own events so far
 * @param firstDay UTC day of the first of them, counted from 1970-01-01; meaningless without events
 * @param lastDay UTC day of the last of them
 */
public record MooringState(
    Stage stage,
    boolean observed,
    Account account,
    boolean restricted,
    int firstContactDay,
    boolean opened,
    Long daysToOpen,
    long events,
    int firstDay,
    int lastDay) {

  /** There was no such fact yet. */
  static final int NO_CONTACT = Integer.MIN_VALUE;

  /** There was one, of which only the month is known. */
  static final int UNKNOWN_DAY = Integer.MIN_VALUE + 1;

  /** Before the first fact. */
  static final MooringState START =
      new MooringState(null, false, Account.NONE, false, NO_CONTACT, false, null, 0, 0, 0);

  /** Whether it adds the same to what is counted of moorings. */
  boolean countsLike(MooringState other) {
    return (events > 0) == (other.events > 0)
        && stage == other.stage
        && observed == other.observed
        && account == other.account
        && restricted == other.restricted
        && Objects.equals(daysToOpen, other.daysToOpen);
  }

  /** The state after one more fact, which comes behind all earlier ones in order. */
  MooringState after(Fact fact, Flows flows) {
    return fact.type() == EventType.BANK_WITHDREW
        ? closed(fact, flows)
        : reaching(fact).seen(fact, flows).affected(fact, flows);
  }

  /** Counts the event and the stage that it reaches. */
  private MooringState reaching(Fact fact) {
    Stage reached = fact.stageReached();
    boolean beforeAccount = reached.compareTo(Stage.APPROVED) <= 0;
    return new MooringState(
        stage == null || reached.compareTo(stage) > 0 ? reached : stage,
        events == 0 ? beforeAccount : observed,
        account,
        restricted,
        firstContactDay == NO_CONTACT && beforeAccount ? dayOf(fact) : firstContactDay,
        opened,
        daysToOpen,
        events + 1,
        events == 0 ? fact.day() : firstDay,
        fact.day());
  }

  /** An account that an event takes for granted was there before. */
  private MooringState seen(Fact fact, Flows flows) {
    if (account != Account.NONE
        || fact.type() == EventType.ACCOUNT_OPENED
        || fact.stageReached().compareTo(Stage.OPENED) < 0) {
      return this;
    }
    flows.happened(Flows.Kind.FIRST_SEEN, fact);
    return withAccount(Account.OPEN);
  }

  /** The event's own effect on the account. */
  private MooringState affected(Fact fact, Flows flows) {
    return switch (fact.type()) {
      case ACCOUNT_OPENED -> accountOpened(fact, flows);
      case ACCOUNT_REPORTED -> account == Account.CLOSED ? seenAgain(fact, flows) : this;
      case ACCOUNT_ACTIVATED -> accountActivated(fact, flows);
      case DORMANCY_CHANGED -> dormancyChanged(fact.change());
      case RESTRICTION_CHANGED -> restrictionChanged(fact.change());
      case RELATIONSHIP_CLOSED -> closed(fact, flows);
      default -> this;
    };
  }

  private MooringState accountOpened(Fact fact, Flows flows) {
    return switch (account) {
      case NONE, CLOSED -> {
        flows.happened(Flows.Kind.OPENED, fact);
        yield opening(fact);
      }
      case DORMANT -> withAccount(Account.OPEN);
      case OPEN -> this;
    };
  }

  private MooringState opening(Fact fact) {
    Long days = opened ? daysToOpen : daysFromFirstContact(fact);
    return new MooringState(
        stage,
        observed,
        Account.OPEN,
        restricted,
        firstContactDay,
        true,
        days,
        events,
        firstDay,
        lastDay);
  }

  private Long daysFromFirstContact(Fact opening) {
    boolean known = firstContactDay != NO_CONTACT && firstContactDay != UNKNOWN_DAY;
    return known && !opening.monthOnly() ? (long) opening.day() - firstContactDay : null;
  }

  private static int dayOf(Fact fact) {
    return fact.monthOnly() ? UNKNOWN_DAY : fact.day();
  }

  private MooringState seenAgain(Fact fact, Flows flows) {
    flows.happened(Flows.Kind.FIRST_SEEN, fact);
    return withAccount(Account.OPEN);
  }

  private MooringState accountActivated(Fact fact, Flows flows) {
    return switch (account) {
      case CLOSED -> seenAgain(fact, flows);
      case DORMANT -> withAccount(Account.OPEN);
      case NONE, OPEN -> this;
    };
  }

  private MooringState dormancyChanged(Change change) {
    if (change == Change.ENTERED && account == Account.OPEN) {
      return withAccount(Account.DORMANT);
    }
    return change == Change.LEFT && account == Account.DORMANT ? withAccount(Account.OPEN) : this;
  }

  private MooringState restrictionChanged(Change change) {
    return account == Account.CLOSED ? this : with(account, change == Change.IMPOSED);
  }

  private MooringState closed(Fact fact, Flows flows) {
    if (account != Account.OPEN && account != Account.DORMANT) {
      return this;
    }
    flows.happened(Flows.Kind.CLOSED, fact);
    return with(Account.CLOSED, false);
  }

  private MooringState withAccount(Account now) {
    return with(now, restricted);
  }

  private MooringState with(Account accountNow, boolean restrictedNow) {
    return new MooringState(
        stage,
        observed,
        accountNow,
        restrictedNow,
        firstContactDay,
        opened,
        daysToOpen,
        events,
        firstDay,
        lastDay);
  }
}
