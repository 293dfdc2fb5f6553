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

/** The fields that belong to some types of event only. */
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
}
