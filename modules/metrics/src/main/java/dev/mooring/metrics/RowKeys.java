package dev.mooring.metrics;

import dev.mooring.contract.EventKey;
import java.time.LocalDate;

/** The keys of rows, as section 4.2 of the contract has them. */
public final class RowKeys {

  private RowKeys() {}

  /** The key of a daily row: {@code <id>/YYYY-MM-DD}. */
  public static String daily(String id, int day) {
    return EventKey.of(id, LocalDate.ofEpochDay(day).toString());
  }

  /** The key of a reason: {@code <scope>/<id>/<kind>/<reason>}. */
  public static String reason(Scope scope, String id, ReasonKey key) {
    return EventKey.of(scope.word(), id, key.kind().name(), key.word());
  }

  /** The key of a mooring: {@code <bank>/<firm>/<city>}. */
  public static String mooring(Parties pair, String city) {
    return EventKey.of(pair.bank(), pair.firm(), city);
  }

  /** The key of a stance: {@code <bank>/<STANCE>/<city>/<programme>}. */
  public static String stance(Parties parties, StanceKey key) {
    return EventKey.of(parties.bank(), key.stance().name(), key.city(), key.programme());
  }
}
