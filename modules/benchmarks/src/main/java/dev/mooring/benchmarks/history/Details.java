package dev.mooring.benchmarks.history;

import dev.mooring.contract.event.*;

/** What a report of a step tells beside its type. */
final class Details {

  private static final Channel[] CHANNELS = known(Channel.values());
  private static final Product[] PRODUCTS = known(Product.values());
  private static final Diligence[] DILIGENCES = known(Diligence.values());
  private static final Initiator[] INITIATORS = known(Initiator.values());
  private static final Integer[] NOTICES = {14, 30, 30, 60, 60, 90};

  /** Null, the report has none, is one of them. */
  private static final Reason[] DECLINES = {
    Reason.RISK_APPETITE,
    Reason.RISK_APPETITE,
    Reason.ML_TF_RISK,
    Reason.INCOMPLETE_CDD,
    Reason.INCOMPLETE_CDD,
    Reason.UNLICENSED,
    Reason.OWNERSHIP_OPACITY,
    Reason.HEAD_OFFICE_POLICY,
    Reason.COST_TO_SERVE,
    Reason.NOT_GIVEN,
    Reason.NOT_GIVEN,
    null
  };

  private static final Reason[] CLOSURES = {
    Reason.DE_RISK,
    Reason.DE_RISK,
    Reason.VERTICAL_EXIT,
    Reason.FINANCIAL_CRIME_CONCERN,
    Reason.DORMANT,
    Reason.FIRM_SWITCH,
    Reason.FIRM_CEASED,
    Reason.LICENCE_LOST,
    Reason.REGULATORY_ENVIRONMENT,
    Reason.NOT_GIVEN,
    null,
    null
  };

  private Details() {}

  /** Every value of an enum but UNRECOGNISED, its first, which no publisher may send. */
  static <E extends Enum<E>> E[] known(E[] values) {
    return java.util.Arrays.copyOfRange(values, 1, values.length);
  }

  static void fill(Draft draft, Step step, Dice dice) {
    draft.type = step.type;
    switch (step) {
      case OUTREACH, INQUIRY, PITCH, PROPOSAL -> contact(draft, step, dice);
      case DILIGENCE -> draft.diligence = dice.pick(DILIGENCES);
      case APPROVED -> draft.outcome = Outcome.APPROVED;
      case CONDITIONAL -> draft.outcome = Outcome.CONDITIONAL;
      case DECLINED -> declined(draft, dice);
      case WITHDRAWN -> draft.outcome = Outcome.WITHDRAWN;
      case APPLICATION, OPENED, REPORTED, ACTIVATED -> draft.product = Product.OPERATING_ACCOUNT;
      case SERVICE_ADDED -> service(draft, Change.ADDED, dice);
      case SERVICE_REMOVED -> service(draft, Change.REMOVED, dice);
      case RESTRICTED -> restricted(draft, dice);
      case RELEASED -> draft.change = Change.LIFTED;
      case DORMANT -> draft.change = Change.ENTERED;
      case AWAKE -> draft.change = Change.LEFT;
      case NOTICE -> notice(draft, dice);
      case CLOSED -> draft.reason = dice.pick(CLOSURES);
    }
  }

  private static void contact(Draft draft, Step step, Dice dice) {
    draft.initiator = step == Step.INQUIRY ? Initiator.FIRM : Initiator.BANK;
    if (dice.chance(0.7)) {
      draft.channel = dice.pick(CHANNELS);
    }
  }

  private static void declined(Draft draft, Dice dice) {
    draft.outcome = Outcome.DECLINED;
    draft.reason = dice.pick(DECLINES);
  }

  private static void service(Draft draft, Change change, Dice dice) {
    draft.change = change;
    draft.product = dice.pick(PRODUCTS);
  }

  private static void restricted(Draft draft, Dice dice) {
    draft.change = Change.IMPOSED;
    draft.initiator = dice.pick(INITIATORS);
    draft.reason = dice.pick(CLOSURES);
  }

  private static void notice(Draft draft, Dice dice) {
    draft.noticeDays = dice.pick(NOTICES);
    draft.reason = dice.pick(CLOSURES);
  }
}
