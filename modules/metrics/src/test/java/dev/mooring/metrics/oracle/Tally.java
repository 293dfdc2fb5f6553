package dev.mooring.metrics.oracle;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/** The fields of one row, by the names that the contract gives them. */
final class Tally {

  private final Map<String, Object> values = new HashMap<>();
  private boolean anyCount;

  Tally set(String field, String text) {
    values.put(field, text);
    return this;
  }

  Tally set(String field, boolean flag) {
    values.put(field, flag);
    return this;
  }

  /** Null where there is no such day. */
  Tally set(String field, LocalDate day) {
    values.put(field, day);
    return this;
  }

  /** A number that is no count, null where it is undefined. */
  Tally set(String field, Long number) {
    values.put(field, number);
    return this;
  }

  Tally count(String field, long count) {
    values.put(field, count);
    anyCount |= count != 0;
    return this;
  }

  /**
   * Fills a row with it.
   *
   * @return empty when every count is zero
   * @throws IllegalStateException unless just the fields of the row were named
   */
  Optional<SpecificRecord> into(SpecificRecord row) {
    for (Schema.Field field : row.getSchema().getFields()) {
      if (!values.containsKey(field.name())) {
        throw new IllegalStateException(row.getSchema().getName() + " lacks " + field.name());
      }
      row.put(field.pos(), values.remove(field.name()));
    }
    if (!values.isEmpty()) {
      throw new IllegalStateException(row.getSchema().getName() + " has no " + values.keySet());
    }
    return anyCount ? Optional.of(row) : Optional.empty();
  }
}
