package dev.mooring.metrics;

import java.time.LocalDate;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecordBase;

/**
 * One number of section 4.2 of the contract.
 *
 * @param scope of what
 * @param id of the bank, city or country
 * @param day UTC day; empty for the number in all
 * @param field its name in the row
 */
public record Count(Scope scope, String id, Optional<LocalDate> day, String field) {

  /**
   * Names a count.
   *
   * @throws IllegalArgumentException when the field is no count of such a row; says which are
   */
  public Count {
    CountFields.check(scope, day.isPresent(), field);
  }

  /** A number in all. */
  public static Count of(Scope scope, String id, String field) {
    return new Count(scope, id, Optional.empty(), field);
  }

  /** A number of a day. */
  public static Count of(Scope scope, String id, LocalDate day, String field) {
    return new Count(scope, id, Optional.of(day), field);
  }

  /** What tallies make it. */
  long in(Tallies tallies) {
    Tally tally = tallies.of(scope).get(id);
    SpecificRecordBase row = tally == null ? null : row(tally);
    return row == null ? 0 : (Long) row.get(field);
  }

  private SpecificRecordBase row(Tally tally) {
    if (day.isEmpty()) {
      return Rows.metrics(scope, id, tally);
    }
    int number = Math.toIntExact(day.get().toEpochDay());
    return Rows.daily(scope, id, number, tally.days().get(number));
  }
}
