package dev.mooring.server.rows;

import dev.mooring.view.Row;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/**
 * In which order rows come: by a field, then by key. Rows without a value come last either way.
 *
 * @param field name of a field; null for the order of keys
 */
public record Sort(String field, boolean descending) {

  /** The order of keys. */
  public static final Sort BY_KEY = new Sort(null, false);

  /** Reads {@code field} or {@code -field}; empty when the rows have no such field. */
  public static Optional<Sort> parse(String text, Schema schema) {
    boolean descending = text.startsWith("-");
    String field = descending ? text.substring(1) : text;
    return schema.getField(field) == null
        ? Optional.empty()
        : Optional.of(new Sort(field, descending));
  }

  /** What a list can be sorted by. */
  public static List<String> fields(Schema schema) {
    return schema.getFields().stream().map(Schema.Field::name).toList();
  }

  boolean byKey() {
    return field == null;
  }

  /** The value by which a row is sorted; null when it has none. */
  Object value(SpecificRecord row) {
    return row.get(row.getSchema().getField(field).pos());
  }

  /** The order of rows of one schema. */
  Comparator<Row<? extends SpecificRecord>> order() {
    return (a, b) -> compare(value(a.value()), a.key(), value(b.value()), b.key());
  }

  /** The order of places in a list: of a value and a key. */
  int compare(Object value, String key, Object otherValue, String otherKey) {
    int byValue = compareValues(value, otherValue);
    return byValue != 0 ? byValue : Keys.ORDER.compare(key, otherKey);
  }

  @SuppressWarnings("unchecked") // values of one field are of one type, and all types have an order
  private int compareValues(Object a, Object b) {
    if (a == null || b == null) {
      return Boolean.compare(a == null, b == null);
    }
    int natural = ((Comparable<Object>) a).compareTo(b);
    return descending ? -natural : natural;
  }
}
