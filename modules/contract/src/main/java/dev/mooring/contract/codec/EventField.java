package dev.mooring.contract.codec;

import dev.mooring.contract.Problem;
import dev.mooring.contract.Suggestions;
import dev.mooring.contract.event.Event;
import dev.mooring.contract.event.Precision;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;

/**
 * A field of an event as people write it. The fields are those of the schema, but that a time and
 * its precision are one text.
 *
 * @param position of the value in the record
 * @param precisionPosition of a time's precision; -1 for the others
 * @param symbols the values of an enum by name; empty for the others
 */
record EventField(
    String name,
    Kind kind,
    int position,
    int precisionPosition,
    boolean required,
    Map<String, Object> symbols) {

  /** How a value is written. */
  enum Kind {
    TEXT,
    NUMBER,
    SYMBOL,
    TIME
  }

  private static final String UNRECOGNISED = "UNRECOGNISED";
  private static final int FEW = 9;

  /** All fields, in the order in which section 2.1 names them. */
  static final List<EventField> ALL =
      List.of(
          required("id"),
          optional("revision"),
          optional("status"),
          required("type"),
          optional("bank"),
          optional("firm"),
          optional("city"),
          optional("country"),
          time("occurredAt", "precision", true),
          time("reportedAt", "reportedPrecision", false),
          optional("cityBasis"),
          optional("dateBasis"),
          required("source"),
          optional("url"),
          optional("note"),
          optional("initiator"),
          optional("subjects"),
          optional("programme"),
          optional("channel"),
          optional("product"),
          optional("diligence"),
          optional("outcome"),
          optional("change"),
          optional("reason"),
          optional("noticeDays"),
          optional("stance"),
          optional("position"),
          optional("signal"),
          optional("tone"));

  static final Map<String, EventField> BY_NAME =
      ALL.stream().collect(Collectors.toUnmodifiableMap(EventField::name, field -> field));

  /** The problem of a field that is none. */
  static Problem unknown(String name, String place) {
    List<String> names = ALL.stream().map(EventField::name).toList();
    return new Problem(place, null, "is an unknown field" + Suggestions.didYouMean(name, names));
  }

  /** The value of the field in an event, as text, number or null. */
  Object written(Event event) {
    Object value = event.get(position);
    return switch (kind) {
      case TEXT, NUMBER -> value;
      case SYMBOL -> value == null ? null : value.toString();
      case TIME -> {
        Precision precision = (Precision) event.get(precisionPosition);
        yield value == null ? null : new EventTime((Instant) value, precision).text();
      }
    };
  }

  /**
   * Whether a CSV cell holds nothing. Many programs put every cell in quotes, so quotes round
   * nothing mean something only for the one field that may be an empty text.
   */
  boolean isAbsent(Csv.Cell cell) {
    return name.equals("note") ? cell.absent() : cell.text().isEmpty();
  }

  /** What would be right instead of a symbol that the enum does not have. */
  String expectedSymbols(String given) {
    String hint = Suggestions.didYouMean(given, symbols.keySet());
    if (!hint.isEmpty() && symbols.size() > FEW) {
      return "is an unknown value" + hint;
    }
    return "should be one of " + String.join(", ", symbols.keySet()) + hint.replaceFirst("^:", ";");
  }

  private static EventField required(String name) {
    return field(name, true);
  }

  private static EventField optional(String name) {
    return field(name, false);
  }

  private static EventField time(String name, String precision, boolean required) {
    return new EventField(name, Kind.TIME, position(name), position(precision), required, Map.of());
  }

  private static EventField field(String name, boolean required) {
    Schema schema = present(Event.getClassSchema().getField(name).schema());
    Kind kind =
        switch (schema.getType()) {
          case STRING -> Kind.TEXT;
          case INT -> Kind.NUMBER;
          case ENUM -> Kind.SYMBOL;
          default -> throw new IllegalStateException(name + " has a type that no codec knows");
        };
    Map<String, Object> symbols = kind == Kind.SYMBOL ? symbols(schema) : Map.of();
    return new EventField(name, kind, position(name), -1, required, symbols);
  }

  private static int position(String name) {
    return Event.getClassSchema().getField(name).pos();
  }

  private static Schema present(Schema schema) {
    return schema.isUnion() ? schema.getTypes().getLast() : schema;
  }

  private static Map<String, Object> symbols(Schema schema) {
    Map<String, Object> symbols = new LinkedHashMap<>();
    Arrays.stream(SpecificData.get().getClass(schema).getEnumConstants())
        .filter(value -> !value.toString().equals(UNRECOGNISED))
        .forEach(value -> symbols.put(value.toString(), value));
    return symbols;
  }
}
