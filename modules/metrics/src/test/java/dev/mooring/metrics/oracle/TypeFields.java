package dev.mooring.metrics.oracle;

import dev.mooring.contract.event.Change;
import dev.mooring.contract.event.Diligence;
import dev.mooring.contract.event.Event;
import dev.mooring.contract.event.EventType;
import dev.mooring.contract.event.Outcome;
import dev.mooring.contract.event.Position;
import dev.mooring.contract.event.Product;
import dev.mooring.contract.event.Reason;
import dev.mooring.contract.event.Signal;
import dev.mooring.contract.event.Stance;
import dev.mooring.contract.event.Tone;

/** The fields that belong to some types of event only, and what the types refuse. */
final class TypeFields {

  private TypeFields() {}

  /** Sets the type, forgets what belonged to another one, and sets what this one requires. */
  static void choose(Event.Builder event, EventType type) {
    forget(event.setType(type));
    switch (type) {
      case DUE_DILIGENCE_UPDATED -> event.setDiligence(Diligence.KYB);
      case APPLICATION_DECIDED -> event.setOutcome(Outcome.APPROVED);
      case SERVICE_CHANGED -> event.setChange(Change.ADDED).setProduct(Product.OPERATING_ACCOUNT);
      case RESTRICTION_CHANGED, CUSTOMER_PAYMENTS_CHANGED -> event.setChange(Change.IMPOSED);
      case DORMANCY_CHANGED -> event.setChange(Change.ENTERED);
      case BANK_WITHDREW -> event.setReason(Reason.BANK_WIND_DOWN);
      case BANK_STANCE_CHANGED -> event.setStance(Stance.APPETITE).setPosition(Position.OPEN);
      case SUPERVISORY_SIGNAL -> event.setSignal(Signal.GUIDANCE).setTone(Tone.NEUTRAL);
      default -> {}
    }
  }

  private static void forget(Event.Builder event) {
    event.setDiligence(null).setOutcome(null).setChange(null).setProduct(null).setReason(null);
    event.setStance(null).setPosition(null).setSignal(null).setTone(null);
    event.setChannel(null).setNoticeDays(null);
  }

  /** Refuses an event of which the contract's section 2 could make nothing. */
  static void check(Event event) {
    require(event, hasParty(event), "bank, firm, city or country");
    switch (event.getType()) {
      case DUE_DILIGENCE_UPDATED -> require(event, event.getDiligence() != null, "diligence");
      case APPLICATION_DECIDED -> require(event, event.getOutcome() != null, "outcome");
      case SERVICE_CHANGED -> {
        require(event, among(event.getChange(), Change.ADDED, Change.REMOVED), "such a change");
        require(event, event.getProduct() != null, "product");
      }
      case RESTRICTION_CHANGED, CUSTOMER_PAYMENTS_CHANGED ->
          require(event, among(event.getChange(), Change.IMPOSED, Change.LIFTED), "such a change");
      case DORMANCY_CHANGED ->
          require(event, among(event.getChange(), Change.ENTERED, Change.LEFT), "such a change");
      case BANK_WITHDREW -> checkWithdrawal(event);
      case BANK_STANCE_CHANGED, SUPERVISORY_SIGNAL ->
          require(event, event.getFirm() == null, "no firm");
      default -> {}
    }
  }

  private static void checkWithdrawal(Event event) {
    require(event, event.getBank() != null, "bank");
    require(event, event.getFirm() == null, "no firm");
    require(event, event.getReason() != null, "reason");
    require(event, event.getCountry() == null || event.getCity() != null, "no country alone");
  }

  private static boolean hasParty(Event event) {
    return event.getBank() != null
        || event.getFirm() != null
        || event.getCity() != null
        || event.getCountry() != null;
  }

  private static boolean among(Change change, Change one, Change other) {
    return change == one || change == other;
  }

  private static void require(Event event, boolean fulfilled, String what) {
    if (!fulfilled) {
      throw new IllegalStateException(event.getType() + " needs " + what + ": " + event);
    }
  }
}
