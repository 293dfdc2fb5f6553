package dev.mooring.metrics.oracle;

import dev.mooring.contract.Stage;
import dev.mooring.contract.event.Event;
import dev.mooring.contract.event.Outcome;

/** Section 2.2 once more, read apart from the table of the contract module: the stages. */
final class Reach {

  private Reach() {}

  /** The stage that an event reaches; null for the types that touch no mooring's stage. */
  static Stage stage(Event event) {
    return switch (event.getType()) {
      case OUTREACH_MADE, INQUIRY_RECEIVED, PITCH_DELIVERED, PROPOSAL_ISSUED -> Stage.CONTACTED;
      case APPLICATION_SUBMITTED, DUE_DILIGENCE_UPDATED -> Stage.APPLIED;
      case APPLICATION_DECIDED -> decided(event.getOutcome());
      case ACCOUNT_OPENED,
          ACCOUNT_REPORTED,
          SERVICE_CHANGED,
          RESTRICTION_CHANGED,
          DORMANCY_CHANGED,
          EXIT_NOTIFIED,
          RELATIONSHIP_CLOSED ->
          Stage.OPENED;
      case ACCOUNT_ACTIVATED -> Stage.ACTIVATED;
      case CUSTOMER_PAYMENTS_CHANGED, BANK_WITHDREW, BANK_STANCE_CHANGED, SUPERVISORY_SIGNAL ->
          null;
      case UNRECOGNISED -> throw new IllegalArgumentException("not a valid event: " + event);
    };
  }

  /** The mooring events are just those that reach a stage. */
  static boolean isMooringEvent(Event event) {
    return stage(event) != null;
  }

  /** Whether it is one of the events before the account: those of the funnel's start. */
  static boolean isApproach(Event event) {
    Stage stage = stage(event);
    return stage == Stage.CONTACTED || stage == Stage.APPLIED || stage == Stage.APPROVED;
  }

  private static Stage decided(Outcome outcome) {
    boolean positive = outcome == Outcome.APPROVED || outcome == Outcome.CONDITIONAL;
    return positive ? Stage.APPROVED : Stage.APPLIED;
  }
}
