package dev.mooring.benchmarks.history;

import dev.mooring.contract.event.*;

/** Reports outside any relationship: of banks as a whole, of supervisors, of unnamed parties. */
final class Bystanders {

  private static final Stance[] STANCES = Details.known(Stance.values());
  private static final Position[] POSITIONS = Details.known(Position.values());
  private static final Signal[] SIGNALS = Details.known(Signal.values());
  private static final Tone[] TONES = Details.known(Tone.values());
  private static final String[] PROGRAMMES = {null, null, "express-account-opening", "crypto-desk"};
  private static final Reason[] WITHDRAWALS = {
    Reason.BANK_FAILURE, Reason.BANK_WIND_DOWN, Reason.VERTICAL_EXIT
  };
  private static final Step[] OF_UNNAMED = {
    Step.INQUIRY, Step.DECLINED, Step.OPENED, Step.REPORTED, Step.NOTICE, Step.CLOSED
  };

  private final Cast cast;
  private final Dice dice;

  Bystanders(Cast cast, Dice dice) {
    this.cast = cast;
    this.dice = dice;
  }

  Draft any() {
    int percent = dice.below(100);
    if (percent < 40) {
      return unnamed();
    }
    if (percent < 65) {
      return stance();
    }
    return percent < 85 ? signal() : payments();
  }

  /** A bank ends all its relationships; one time in three, in one city only. */
  Draft withdrawal() {
    Draft draft = new Draft();
    int bank = cast.anyBank(dice);
    draft.type = EventType.BANK_WITHDREW;
    draft.bank = cast.bankName(bank);
    draft.city = dice.below(3) == 0 ? cast.cityOf(bank, dice) : null;
    draft.reason = dice.pick(WITHDRAWALS);
    return draft;
  }

  /** A step that names the bank or the firm, but not both. */
  private Draft unnamed() {
    Draft draft = new Draft();
    int bank = cast.busyBank(dice);
    Details.fill(draft, dice.pick(OF_UNNAMED), dice);
    draft.city = cast.cityOf(bank, dice);
    if (dice.chance(0.7)) {
      draft.bank = cast.bankName(bank);
      draft.subjects = 1 + dice.below(100);
    } else {
      draft.firm = cast.anyFirm(dice);
    }
    return draft;
  }

  private Draft stance() {
    Draft draft = new Draft();
    int bank = cast.busyBank(dice);
    draft.type = EventType.BANK_STANCE_CHANGED;
    draft.bank = cast.bankName(bank);
    draft.city = dice.chance(0.5) ? cast.cityOf(bank, dice) : null;
    draft.stance = dice.pick(STANCES);
    draft.position = dice.pick(POSITIONS);
    draft.programme = dice.pick(PROGRAMMES);
    return draft;
  }

  /** To a city or to its whole country. */
  private Draft signal() {
    Draft draft = new Draft();
    City city = cast.city(dice);
    draft.type = EventType.SUPERVISORY_SIGNAL;
    draft.city = dice.chance(0.6) ? city : null;
    draft.country = city.country();
    draft.signal = dice.pick(SIGNALS);
    draft.tone = dice.pick(TONES);
    draft.initiator = Initiator.REGULATOR;
    return draft;
  }

  private Draft payments() {
    Draft draft = new Draft();
    int bank = cast.busyBank(dice);
    draft.type = EventType.CUSTOMER_PAYMENTS_CHANGED;
    draft.bank = cast.bankName(bank);
    draft.firm = dice.chance(0.2) ? cast.anyFirm(dice) : null;
    draft.city = cast.cityOf(bank, dice);
    draft.change = dice.chance(0.7) ? Change.IMPOSED : Change.LIFTED;
    draft.product = Product.PAYMENTS;
    return draft;
  }
}
