package dev.mooring.metrics.oracle;

import static dev.mooring.contract.event.EventType.*;

import dev.mooring.contract.event.Change;
import dev.mooring.contract.event.Event;
import dev.mooring.contract.event.EventType;
import dev.mooring.contract.event.Outcome;
import dev.mooring.contract.event.Position;
import dev.mooring.contract.event.Reason;
import dev.mooring.contract.event.Signal;
import dev.mooring.contract.event.Stance;
import dev.mooring.contract.event.Status;
import dev.mooring.contract.event.Tone;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/** Chooses what an event says, so that it stays valid. */
final class EventDetails {

  /** Mooring events and payments, which any parties may have; what moves accounts comes often. */
  private static final List<EventType> OF_ANYBODY =
      List.of(
          ACCOUNT_OPENED,
          ACCOUNT_OPENED,
          ACCOUNT_OPENED,
          RELATIONSHIP_CLOSED,
          RELATIONSHIP_CLOSED,
          OUTREACH_MADE,
          INQUIRY_RECEIVED,
          PITCH_DELIVERED,
          PROPOSAL_ISSUED,
          APPLICATION_SUBMITTED,
          DUE_DILIGENCE_UPDATED,
          APPLICATION_DECIDED,
          APPLICATION_DECIDED,
          ACCOUNT_REPORTED,
          ACCOUNT_ACTIVATED,
          SERVICE_CHANGED,
          RESTRICTION_CHANGED,
          RESTRICTION_CHANGED,
          DORMANCY_CHANGED,
          DORMANCY_CHANGED,
          EXIT_NOTIFIED,
          CUSTOMER_PAYMENTS_CHANGED);

  /** What besides is told of a bank alone. */
  private static final List<EventType> OF_BANKS =
      List.of(BANK_WITHDREW, BANK_WITHDREW, BANK_STANCE_CHANGED, SUPERVISORY_SIGNAL);

  /** What besides is told without a bank. */
  private static final List<EventType> OF_NO_FIRM =
      List.of(BANK_STANCE_CHANGED, SUPERVISORY_SIGNAL);

  private final World world;

  EventDetails(World world) {
    this.world = world;
  }

  /** A first revision, without an id. */
  EventBuilder fresh(Choices choices) {
    boolean bankNamed = !choices.oneIn(10);
    boolean firmNamed = !choices.oneIn(5);
    Event parties =
        EventBuilder.event()
            .bank(bankNamed ? world.bank(choices) : null)
            .firm(firmNamed ? world.firm(choices) : null)
            .country("HK")
            .build();
    EventBuilder event = EventBuilder.event().pair(parties.getBank(), parties.getFirm());
    type(event, parties, choices);
    time(event, choices);
    return event.status(
        choices.oneOf(
            List.of(
                Status.REPORTED,
                Status.REPORTED,
                Status.CONFIRMED,
                Status.REPORTED,
                Status.REPORTED,
                Status.CONFIRMED,
                Status.REPORTED,
                Status.DISPUTED)));
  }

  /** Another type that the parties may have, with what it needs and perhaps says, and a place. */
  EventBuilder type(EventBuilder event, Event parties, Choices choices) {
    List<EventType> types = new ArrayList<>(OF_ANYBODY);
    if (parties.getFirm() == null) {
      // Of a bank alone the withdrawals matter most: they reach into other relationships.
      types = new ArrayList<>(parties.getBank() == null ? OF_NO_FIRM : OF_BANKS);
      types.addAll(choices.oneIn(2) ? OF_ANYBODY : List.of());
    }
    EventType type = choices.oneOf(types);
    event.type(type);
    specifics(event, type, choices);
    return place(event, parties, type, choices);
  }

  /** Another city, or country, or none. */
  EventBuilder place(EventBuilder event, Event before, Choices choices) {
    return place(event, before, before.getType(), choices);
  }

  private EventBuilder place(EventBuilder event, Event parties, EventType type, Choices choices) {
    boolean named = parties.getBank() != null || parties.getFirm() != null;
    if (!choices.oneIn(3)) {
      String city = world.city(choices);
      return event.city(city).country(choices.oneIn(8) ? null : world.countryOf(city));
    }
    boolean country = type != BANK_WITHDREW && (!named || choices.oneIn(2));
    return event.city(null).country(country ? world.country(choices) : null);
  }

  /** Another time, as a day, an instant or a month; sometimes made public later or earlier. */
  EventBuilder time(EventBuilder event, Choices choices) {
    LocalDate day = world.day(choices);
    event.on(time(day, choices));
    return choices.oneIn(4) ? later(event, choices) : event;
  }

  /** Another day on which the revision became public. */
  EventBuilder later(EventBuilder event, Choices choices) {
    return event.reported(time(world.day(choices), choices));
  }

  private static String time(LocalDate day, Choices choices) {
    return switch (choices.below(10)) {
      case 5 -> YearMonth.from(day).toString();
      case 6 -> day + "T00:00:00Z";
      case 7 -> day + "T09:30:00Z";
      case 8, 9 -> day + "T23:59:59.999Z";
      default -> day.toString();
    };
  }

  private static void specifics(EventBuilder event, EventType type, Choices choices) {
    switch (type) {
      case APPLICATION_DECIDED ->
          event
              .outcome(
                  choices.oneOf(
                      List.of(
                          Outcome.APPROVED,
                          Outcome.DECLINED,
                          Outcome.CONDITIONAL,
                          Outcome.WITHDRAWN)))
              .reason(reason(choices));
      case RESTRICTION_CHANGED, CUSTOMER_PAYMENTS_CHANGED ->
          event.change(choices.oneOf(List.of(Change.IMPOSED, Change.LIFTED)));
      case DORMANCY_CHANGED -> event.change(choices.oneOf(List.of(Change.ENTERED, Change.LEFT)));
      case SERVICE_CHANGED -> event.change(choices.oneOf(List.of(Change.ADDED, Change.REMOVED)));
      case EXIT_NOTIFIED, RELATIONSHIP_CLOSED -> event.reason(reason(choices));
      case BANK_WITHDREW ->
          event.reason(choices.oneOf(List.of(Reason.BANK_FAILURE, Reason.VERTICAL_EXIT)));
      case BANK_STANCE_CHANGED -> stance(event, choices);
      case SUPERVISORY_SIGNAL ->
          event.signal(
              Signal.GUIDANCE,
              choices.oneOf(List.of(Tone.NEUTRAL, Tone.SUPPORTIVE, Tone.RESTRICTIVE)));
      default -> {}
    }
  }

  private static void stance(EventBuilder event, Choices choices) {
    event
        .stance(
            choices.oneOf(List.of(Stance.APPETITE, Stance.PILOT)),
            choices.oneOf(List.of(Position.OPEN, Position.LIMITED, Position.CLOSED)))
        .programme(choices.oneIn(3) ? "express-account-opening" : null);
  }

  private static Reason reason(Choices choices) {
    return switch (choices.below(4)) {
      case 1 -> Reason.DE_RISK;
      case 2 -> Reason.NOT_GIVEN;
      case 3 -> Reason.RISK_APPETITE;
      default -> null;
    };
  }
}
