package dev.mooring.replay.asof;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/**
 * How a row differs between two states of the rows.
 *
 * @param key of the row
 * @param kind whether it came, went or changed
 * @param fields those that differ, in the order of the row
 */
public record RowChange(String key, Kind kind, List<Field> fields) {

  /** What happened to a row. */
  public enum Kind {
    ADDED,
    REMOVED,
    CHANGED
  }

  /**
   * A field that differs. A row that is not there counts as one without values and with counts of
   * zero: that is what its absence says. So does a row without a field that the other has.
   *
   * @param before null for none
   * @param after null for none
   */
  public record Field(String name, Object before, Object after) {}

  public RowChange {
    fields = List.copyOf(fields);
  }

  /**
   * The change between two rows of a key.
   *
   * @param before by field; empty when there was no row
   * @param after likewise
   * @return empty when there is none
   */
  public static Optional<RowChange> between(
      String key, Map<String, Object> before, Map<String, Object> after) {
    if (before.equals(after)) {
      return Optional.empty();
    }
    Set<String> names = new LinkedHashSet<>(before.keySet());
    names.addAll(after.keySet());
    List<Field> fields =
        names.stream()
            .filter(name -> differs(name, before, after))
            .map(name -> new Field(name, before.get(name), after.get(name)))
            .toList();
    Kind kind = kind(before, after);
    return fields.isEmpty() && kind == Kind.CHANGED
        ? Optional.empty()
        : Optional.of(new RowChange(key, kind, fields));
  }

  /** The fields of a row by name; none of no row. */
  public static Map<String, Object> fields(SpecificRecord row) {
    Map<String, Object> fields = new LinkedHashMap<>();
    if (row != null) {
      for (Schema.Field field : row.getSchema().getFields()) {
        fields.put(field.name(), row.get(field.pos()));
      }
    }
    return fields;
  }

  private static Kind kind(Map<String, Object> before, Map<String, Object> after) {
    return before.isEmpty() ? Kind.ADDED : after.isEmpty() ? Kind.REMOVED : Kind.CHANGED;
  }

  private static boolean differs(
      String name, Map<String, Object> before, Map<String, Object> after) {
    if (!before.containsKey(name)) {
      return !isNothing(after.get(name));
    }
    if (!after.containsKey(name)) {
      return !isNothing(before.get(name));
    }
    return !Objects.equals(before.get(name), after.get(name));
  }

  private static boolean isNothing(Object value) {
    return value == null || (value instanceof Number number && number.doubleValue() == 0);
  }
}
