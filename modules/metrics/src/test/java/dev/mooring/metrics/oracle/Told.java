package dev.mooring.metrics.oracle;

import static dev.mooring.metrics.oracle.EventBuilder.event;

import dev.mooring.contract.event.EventType;
import dev.mooring.contract.row.MooringRow;
import java.util.Arrays;

/** Shorthand of the oracle's own tests: events of one pair, za-bank and osl, told in a line. */
final class Told {

  static final String BANK = "za-bank";
  static final String FIRM = "osl";
  static final String CITY = "hong-kong";

  private Told() {}

  /** An event of the pair in its city. */
  static EventBuilder here(EventType type, String on) {
    return unplaced(type, on).city(CITY);
  }

  /** An event of the pair without a city. */
  static EventBuilder unplaced(EventType type, String on) {
    return event().pair(BANK, FIRM).type(type).on(on);
  }

  /** A withdrawal of the bank from everywhere. */
  static EventBuilder withdrawal(String on) {
    return event().bank(BANK).type(EventType.BANK_WITHDREW).on(on);
  }

  static OracleRows rows(EventBuilder... events) {
    return Oracle.rows(Arrays.stream(events).map(EventBuilder::build).toList());
  }

  /** The mooring of the pair in its city. */
  static MooringRow mooring(EventBuilder... events) {
    return rows(events).mooring(BANK, FIRM, CITY);
  }
}
