package dev.mooring.metrics;

import dev.mooring.contract.Stage;
import dev.mooring.contract.event.EventType;
import dev.mooring.contract.event.Outcome;
import dev.mooring.contract.event.Tone;
import java.util.EnumMap;
import java.util.Map;

/**
 * What is counted, for a bank, a city, a country or a day of one of them. All are sums, so that
 * differences of them can be added in any order.
 *
 * <p>The codes are part of how differences and state are stored: they never change, and none is
 * used again.
 */
public enum Measure {
  EVENTS(0),
  EVENTS_CONFIRMED(1),
  EVENTS_DISPUTED(2),
  EVENTS_MONTH_PRECISION(3),
  UNATTRIBUTED(4),
  UNPLACED(5),
  MOORINGS(6),
  FIRMS(7),
  FIRMS_BANKED(8),
  ACCOUNTS_OPENED(9),
  ACCOUNTS_FIRST_SEEN(10),
  ACCOUNTS_CLOSED(11),
  ACCOUNTS_OPEN(12),
  ACCOUNTS_DORMANT(13),
  ACCOUNTS_RESTRICTED(14),
  FUNNEL_CONTACTED(15),
  FUNNEL_APPLIED(16),
  FUNNEL_APPROVED(17),
  FUNNEL_OPENED(18),
  FUNNEL_ACTIVATED(19),
  DECISIONS_APPROVED(20),
  DECISIONS_CONDITIONAL(21),
  DECISIONS_DECLINED(22),
  DECISIONS_WITHDRAWN(23),
  SIGNALS_SUPPORTIVE(24),
  SIGNALS_NEUTRAL(25),
  SIGNALS_RESTRICTIVE(26),
  OUTREACH_MADE(27),
  INQUIRY_RECEIVED(28),
  PITCH_DELIVERED(29),
  PROPOSAL_ISSUED(30),
  APPLICATION_SUBMITTED(31),
  DUE_DILIGENCE_UPDATED(32),
  APPLICATION_DECIDED(33),
  ACCOUNT_OPENED(34),
  ACCOUNT_REPORTED(35),
  ACCOUNT_ACTIVATED(36),
  SERVICE_CHANGED(37),
  RESTRICTION_CHANGED(38),
  DORMANCY_CHANGED(39),
  EXIT_NOTIFIED(40),
  RELATIONSHIP_CLOSED(41),
  CUSTOMER_PAYMENTS_CHANGED(42),
  BANK_WITHDREW(43),
  BANK_STANCE_CHANGED(44),
  SUPERVISORY_SIGNAL(45);

  private static final Measure[] BY_CODE = new Measure[values().length];
  private static final Map<EventType, Measure> BY_TYPE = new EnumMap<>(EventType.class);

  static {
    for (Measure measure : values()) {
      BY_CODE[measure.code] = measure;
    }
    for (EventType type : EventType.values()) {
      if (type != EventType.UNRECOGNISED) {
        BY_TYPE.put(type, valueOf(type.name()));
      }
    }
  }

  private final byte code;

  Measure(int code) {
    this.code = (byte) code;
  }

  /** The number under which it is stored. */
  public byte code() {
    return code;
  }

  /** The measure that is stored under a number. */
  public static Measure of(int code) {
    return BY_CODE[code];
  }

  /** Standing events of a type. */
  public static Measure of(EventType type) {
    return BY_TYPE.get(type);
  }

  static Measure of(Stage stage) {
    return switch (stage) {
      case CONTACTED -> FUNNEL_CONTACTED;
      case APPLIED -> FUNNEL_APPLIED;
      case APPROVED -> FUNNEL_APPROVED;
      case OPENED -> FUNNEL_OPENED;
      case ACTIVATED -> FUNNEL_ACTIVATED;
    };
  }

  static Measure of(Outcome outcome) {
    return switch (outcome) {
      case APPROVED -> DECISIONS_APPROVED;
      case CONDITIONAL -> DECISIONS_CONDITIONAL;
      case DECLINED -> DECISIONS_DECLINED;
      case WITHDRAWN -> DECISIONS_WITHDRAWN;
      case UNRECOGNISED -> throw unknown(outcome);
    };
  }

  static Measure of(Tone tone) {
    return switch (tone) {
      case SUPPORTIVE -> SIGNALS_SUPPORTIVE;
      case NEUTRAL -> SIGNALS_NEUTRAL;
      case RESTRICTIVE -> SIGNALS_RESTRICTIVE;
      case UNRECOGNISED -> throw unknown(tone);
    };
  }

  private static IllegalArgumentException unknown(Enum<?> value) {
    return new IllegalArgumentException(
        value.getDeclaringClass().getSimpleName() + " " + value + " counts nowhere");
  }
}
