package dev.mooring.topology.intake;

import dev.mooring.contract.EventRules;
import dev.mooring.contract.event.Change;
import dev.mooring.contract.event.Event;
import dev.mooring.contract.event.EventType;
import java.util.Collection;
import java.util.Set;

/** Which fields a type must and may have, as bits, so that a look tells whether all is right. */
final class FieldRules {

  static final long BANK = bit("bank");
  static final long FIRM = bit("firm");
  static final long CITY = bit("city");
  static final long COUNTRY = bit("country");
  static final long OUTCOME = bit("outcome");
  static final long CHANGE = bit("change");
  static final long REASON = bit("reason");
  static final long STANCE = bit("stance");
  static final long POSITION = bit("position");
  static final long TONE = bit("tone");
  static final long CHANNEL = bit("channel");
  static final long PRODUCT = bit("product");
  static final long DILIGENCE = bit("diligence");
  static final long NOTICE_DAYS = bit("noticeDays");
  static final long SIGNAL = bit("signal");

  private static final long ANYWHERE = BANK | FIRM | CITY | COUNTRY;

  /** By the number of the type in the schema. */
  private final long[] required = new long[EventType.values().length];

  private final long[] refused = new long[required.length];

  FieldRules() {
    int number = 0;
    for (EventType type : EventType.values()) {
      EventRules rules = EventRules.of(type).orElse(null);
      required[number] = rules == null ? 0 : bits(rules.required());
      refused[number] = rules == null ? 0 : bits(rules.refused());
      number++;
    }
  }

  boolean allow(int typeNumber, EventType type, Change change, long present) {
    return (present & ANYWHERE) != 0
        && (present & required[typeNumber]) == required[typeNumber]
        && (present & refused[typeNumber]) == 0
        && !withdrewFromCountry(type, present)
        && (change == null || changes(type).contains(change));
  }

  private static boolean withdrewFromCountry(EventType type, long present) {
    return type == EventType.BANK_WITHDREW && (present & (COUNTRY | CITY)) == COUNTRY;
  }

  private static Set<Change> changes(EventType type) {
    return EventRules.of(type).orElseThrow().changes();
  }

  private static long bits(Collection<String> fields) {
    return fields.stream().mapToLong(FieldRules::bit).reduce(0, (one, other) -> one | other);
  }

  private static long bit(String field) {
    return 1L << Event.getClassSchema().getField(field).pos();
  }
}
