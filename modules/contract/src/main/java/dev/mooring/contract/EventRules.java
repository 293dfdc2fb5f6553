package dev.mooring.contract;

import static dev.mooring.contract.event.EventType.*;

import dev.mooring.contract.event.Change;
import dev.mooring.contract.event.EventType;
import dev.mooring.contract.event.Outcome;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What each type of event means, needs and refuses: section 2.2 of the contract, and the fields of
 * 2.1 that only some types take, as one table.
 *
 * @param reaches the stage that it reaches; null for the types that touch no mooring's stage. For
 *     APPLICATION_DECIDED it is the least stage: see {@link #stageReached}
 * @param mooring whether it is one of the mooring events, those that make and shape moorings
 * @param required fields that must be present, beyond those that every event must have
 * @param refused fields that must be absent
 * @param changes the values that the field change may take where the type has one; empty elsewhere
 */
public record EventRules(
    Stage reaches,
    boolean mooring,
    Set<String> required,
    Set<String> refused,
    Set<Change> changes) {

  /** The fields that belong to some types only: whatever the table does not give is refused. */
  private static final Set<String> BOUND =
      Set.of(
          "channel",
          "diligence",
          "outcome",
          "change",
          "reason",
          "noticeDays",
          "stance",
          "position",
          "signal",
          "tone");

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

  /** The types that take a field, in their order. */
  public static List<EventType> typesWith(String field) {
    return TABLE.entrySet().stream()
        .filter(entry -> !entry.getValue().refused.contains(field))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static Map<EventType, EventRules> table() {
    Map<EventType, EventRules> table = new EnumMap<>(EventType.class);
    for (EventType contact :
        Set.of(OUTREACH_MADE, INQUIRY_RECEIVED, PITCH_DELIVERED, PROPOSAL_ISSUED)) {
      table.put(contact, mooring(Stage.CONTACTED).taking("channel"));
    }
    table.put(APPLICATION_SUBMITTED, mooring(Stage.APPLIED));
    table.put(DUE_DILIGENCE_UPDATED, mooring(Stage.APPLIED, "diligence"));
    table.put(APPLICATION_DECIDED, mooring(Stage.APPLIED, "outcome").taking("reason"));
    table.put(ACCOUNT_OPENED, mooring(Stage.OPENED));
    table.put(ACCOUNT_REPORTED, mooring(Stage.OPENED));
    table.put(ACCOUNT_ACTIVATED, mooring(Stage.ACTIVATED));
    table.put(
        SERVICE_CHANGED,
        mooring(Stage.OPENED, "change", "product").changing(Change.ADDED, Change.REMOVED));
    table.put(
        RESTRICTION_CHANGED,
        mooring(Stage.OPENED, "change").changing(Change.IMPOSED, Change.LIFTED).taking("reason"));
    table.put(
        DORMANCY_CHANGED, mooring(Stage.OPENED, "change").changing(Change.ENTERED, Change.LEFT));
    table.put(EXIT_NOTIFIED, mooring(Stage.OPENED).taking("reason", "noticeDays"));
    table.put(RELATIONSHIP_CLOSED, mooring(Stage.OPENED).taking("reason"));
    table.put(CUSTOMER_PAYMENTS_CHANGED, other("change").changing(Change.IMPOSED, Change.LIFTED));
    table.put(BANK_WITHDREW, other("bank", "reason").refusing("firm"));
    table.put(BANK_STANCE_CHANGED, other("stance", "position").refusing("firm"));
    table.put(SUPERVISORY_SIGNAL, other("signal", "tone").refusing("firm"));
    return table;
  }

  private static EventRules mooring(Stage reaches, String... required) {
    return new EventRules(reaches, true, Set.of(required), without(BOUND, required), Set.of());
  }

  private static EventRules other(String... required) {
    return new EventRules(null, false, Set.of(required), without(BOUND, required), Set.of());
  }

  private EventRules changing(Change... values) {
    return new EventRules(reaches, mooring, required, refused, Set.of(values));
  }

  private EventRules taking(String... optional) {
    return new EventRules(reaches, mooring, required, without(refused, optional), changes);
  }

  private EventRules refusing(String field) {
    Set<String> more = new TreeSet<>(refused);
    more.add(field);
    return new EventRules(reaches, mooring, required, Collections.unmodifiableSet(more), changes);
  }

  private static Set<String> without(Set<String> fields, String... taken) {
    Set<String> rest = new TreeSet<>(fields);
    rest.removeAll(List.of(taken));
    return Collections.unmodifiableSet(rest);
  }
}
