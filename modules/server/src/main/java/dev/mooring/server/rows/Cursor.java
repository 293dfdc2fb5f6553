package dev.mooring.server.rows;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.LocalDate;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import org.apache.avro.Schema;

/**
 * A place in a list: behind the row of this key and value. Rows that come and go meanwhile make a
 * page neither skip nor repeat the others.
 *
 * @param sort the order of the list, as asked for; empty for that of keys
 * @param value the text of the value by which the row is sorted; null when it has none
 */
record Cursor(String sort, String value, String key) {

  private static final String SEPARATOR = "\u0000";
  private static final String NO_VALUE = "-";
  private static final String VALUE = "+";

  String encode() {
    String shown = value == null ? NO_VALUE : VALUE + value;
    String text = String.join(SEPARATOR, sort, shown, key);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
  }

  /** Reads what {@link #encode} wrote; empty when it is none. */
  static Optional<Cursor> decode(String text) {
    try {
      String[] parts = new String(Base64.getUrlDecoder().decode(text), UTF_8).split(SEPARATOR, -1);
      if (parts.length != 3 || parts[1].isEmpty()) {
        return Optional.empty();
      }
      String value = parts[1].equals(NO_VALUE) ? null : parts[1].substring(1);
      return Optional.of(new Cursor(parts[0], value, parts[2]));
    } catch (IllegalArgumentException noBase64) {
      return Optional.empty();
    }
  }

  /** The value, as rows of a schema have it in the field. */
  Object typed(Schema schema, String field) {
    return value == null ? null : typed(plain(schema.getField(field).schema()));
  }

  private Object typed(Schema type) {
    if (type.getLogicalType() != null && type.getLogicalType().getName().equals("date")) {
      return LocalDate.parse(value);
    }
    return switch (type.getType()) {
      case LONG -> (Object) Long.valueOf(value);
      case INT -> Integer.valueOf(value);
      case BOOLEAN -> Boolean.valueOf(value);
      default -> value;
    };
  }

  private static Schema plain(Schema schema) {
    return schema.getType() != Schema.Type.UNION
        ? schema
        : schema.getTypes().stream()
            .filter(type -> type.getType() != Schema.Type.NULL)
            .findFirst()
            .orElseThrow();
  }

  static String text(Object value) {
    return Objects.toString(value, null);
  }
}
