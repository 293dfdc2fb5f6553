package dev.mooring.contract;

import static dev.mooring.contract.event.EventType.*;

import dev.mooring.contract.event.Change;
import dev.mooring.contract.event.EventType;
import dev.mooring.contract.event.Outcome;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What each type of event means and needs: section 2.2 of the contract as one table.
 *
 * @param reaches the stage that it reaches; null for the types that touch no mooring's stage. For
 *     APPLICATION_DECIDED it is the least stage: see {@link #stageReached}
 * @param mooring whether it is one of the mooring events, those that make and shape moorings
 * @param required fields that must be present
 * @param refused fields that must be absent, beyond those that belong to other types only
 * @param changes the values that the event field may take where the type has one; empty elsewhere
 */
public record EventRules(
    Stage reaches,
    boolean mooring,
    Set<String> required,
    Set<String> refused,
    Set<Change> changes) {

  private static final Map<EventType, EventRules> TABLE = table();

  /** The rules of a type; every type but UNRECOGNISED has some. */
  public static Optional<EventRules> of(EventType type) {
    return Optional.ofNullable(TABLE.get(type));
  }

  /** Whether a type is one of the mooring events. */
  public static boolean isMooringEvent(EventType type) {
    EventRules rules = TABLE.get(type);
    return rules != null && rules.mooring;
  }

  /**
   * The stage that an event reaches.
   *
   * @param outcome the event's outcome, null where it has none
   * @return null when the event reaches none
   */
  public static Stage stageReached(EventType type, Outcome outcome) {
    if (type == APPLICATION_DECIDED
        && (outcome == Outcome.APPROVED || outcome == Outcome.CONDITIONAL)) {
      return Stage.APPROVED;
    }
    EventRules rules = TABLE.get(type);
    return rules == null ? null : rules.reaches;
  }

  private static Map<EventType, EventRules> table() {
    Map<EventType, EventRules> table = new EnumMap<>(EventType.class);
    for (EventType contact :
        Set.of(OUTREACH_MADE, INQUIRY_RECEIVED, PITCH_DELIVERED, PROPOSAL_ISSUED)) {
      table.put(contact, mooring(Stage.CONTACTED));
    }
    table.put(APPLICATION_SUBMITTED, mooring(Stage.APPLIED));
    table.put(DUE_DILIGENCE_UPDATED, mooring(Stage.APPLIED, "diligence"));
    table.put(APPLICATION_DECIDED, mooring(Stage.APPLIED, "outcome"));
    table.put(ACCOUNT_OPENED, mooring(Stage.OPENED));
    table.put(ACCOUNT_REPORTED, mooring(Stage.OPENED));
    table.put(ACCOUNT_ACTIVATED, mooring(Stage.ACTIVATED));
    table.put(SERVICE_CHANGED, changing(Set.of(Change.ADDED, Change.REMOVED), "change", "product"));
    table.put(RESTRICTION_CHANGED, changing(Set.of(Change.IMPOSED, Change.LIFTED), "change"));
    table.put(DORMANCY_CHANGED, changing(Set.of(Change.ENTERED, Change.LEFT), "change"));
    table.put(EXIT_NOTIFIED, mooring(Stage.OPENED));
    table.put(RELATIONSHIP_CLOSED, mooring(Stage.OPENED));
    table.put(
        CUSTOMER_PAYMENTS_CHANGED,
        new EventRules(
            null, false, Set.of("change"), Set.of(), Set.of(Change.IMPOSED, Change.LIFTED)));
    table.put(BANK_WITHDREW, other(Set.of("bank", "reason"), "firm"));
    table.put(BANK_STANCE_CHANGED, other(Set.of("stance", "position"), "firm"));
    table.put(SUPERVISORY_SIGNAL, other(Set.of("signal", "tone"), "firm"));
    return table;
  }

  private static EventRules mooring(Stage reaches, String... required) {
    return new EventRules(reaches, true, Set.of(required), Set.of(), Set.of());
  }

  private static EventRules changing(Set<Change> changes, String... required) {
    return new EventRules(Stage.OPENED, true, Set.of(required), Set.of(), changes);
  }

  private static EventRules other(Set<String> required, String refused) {
    return new EventRules(null, false, required, Set.of(refused), Set.of());
  }
}
