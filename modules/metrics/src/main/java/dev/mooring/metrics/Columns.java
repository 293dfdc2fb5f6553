package dev.mooring.metrics;

import dev.mooring.contract.event.EventType;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecordBase;

/**
 * Fills the columns of one type of row from what they are computed of, by the names that contract
 * and schemas give them. The names are looked up once, when the class is loaded: a column that
 * nobody can fill is an error then.
 *
 * @param <S> what the columns are computed of
 */
final class Columns<S> {

  private final Function<S, ?>[] columns;

  @SuppressWarnings({"unchecked", "rawtypes"}) // arrays know no generics
  private Columns(Schema schema, Map<String, Function<S, ?>> byName) {
    this.columns =
        schema.getFields().stream()
            .map(field -> byName.computeIfAbsent(field.name(), name -> missing(schema, name)))
            .toArray(Function[]::new);
  }

  /** The columns of a metrics row; the first is its id, which the caller fills in. */
  static Columns<Tally> ofTotals(Schema schema, Map<String, Function<Tally, ?>> special) {
    Map<String, Function<Tally, ?>> byName = new HashMap<>();
    for (Measure measure : Measure.values()) {
      byName.put(column(measure), tally -> tally.totals().get(measure));
    }
    byName.putAll(special);
    return new Columns<>(schema, withKeys(schema, byName, 1));
  }

  /** The columns of a daily row; the first two are its key, which the caller fills in. */
  static Columns<Counts> ofDay(Schema schema) {
    Map<String, Function<Counts, ?>> byName = new HashMap<>();
    for (Measure measure : Measure.values()) {
      byName.put(column(measure), counts -> counts.get(measure));
    }
    return new Columns<>(schema, withKeys(schema, byName, 2));
  }

  /** Fills a row. */
  <R extends SpecificRecordBase> R fill(R row, S source, Object... keys) {
    for (int i = 0; i < keys.length; i++) {
      row.put(i, keys[i]);
    }
    for (int i = keys.length; i < columns.length; i++) {
      row.put(i, columns[i].apply(source));
    }
    return row;
  }

  static LocalDate date(Integer day) {
    return day == null ? null : LocalDate.ofEpochDay(day);
  }

  private static <S> Map<String, Function<S, ?>> withKeys(
      Schema schema, Map<String, Function<S, ?>> byName, int keys) {
    schema.getFields().stream()
        .limit(keys)
        .forEach(field -> byName.put(field.name(), source -> null));
    return byName;
  }

  /** The name of a measure's column, such as accountsOpen or eventsAccountOpened. */
  private static String column(Measure measure) {
    boolean ofType =
        EnumSet.allOf(EventType.class).stream().anyMatch(t -> t.name().equals(measure.name()));
    StringBuilder name = new StringBuilder(ofType ? "events" : "");
    Arrays.stream(measure.name().split("_"))
        .forEach(
            word -> {
              String lower = word.toLowerCase(java.util.Locale.ROOT);
              name.append(
                  name.isEmpty()
                      ? lower
                      : Character.toUpperCase(lower.charAt(0)) + lower.substring(1));
            });
    return name.toString();
  }

  private static <S> Function<S, ?> missing(Schema schema, String name) {
    throw new IllegalStateException(
        "nothing fills column '" + name + "' of " + schema.getFullName());
  }
}
