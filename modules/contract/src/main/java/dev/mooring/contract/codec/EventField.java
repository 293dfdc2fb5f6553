package dev.mooring.contract.codec;

import dev.mooring.contract.Problem;
import dev.mooring.contract.Suggestions;
import dev.mooring.contract.event.Change;
import dev.mooring.contract.event.Channel;
import dev.mooring.contract.event.CityBasis;
import dev.mooring.contract.event.DateBasis;
import dev.mooring.contract.event.Diligence;
import dev.mooring.contract.event.Event;
import dev.mooring.contract.event.EventType;
import dev.mooring.contract.event.Initiator;
import dev.mooring.contract.event.Outcome;
import dev.mooring.contract.event.Position;
import dev.mooring.contract.event.Precision;
import dev.mooring.contract.event.Product;
import dev.mooring.contract.event.Reason;
import dev.mooring.contract.event.Signal;
import dev.mooring.contract.event.Stance;
import dev.mooring.contract.event.Status;
import dev.mooring.contract.event.Tone;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

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
    Map<String, Enum<?>> symbols) {

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
          field("id", Kind.TEXT, true),
          field("revision", Kind.NUMBER, false),
          symbol("status", false, Status.values()),
          symbol("type", true, EventType.values()),
          field("bank", Kind.TEXT, false),
          field("firm", Kind.TEXT, false),
          field("city", Kind.TEXT, false),
          field("country", Kind.TEXT, false),
          time("occurredAt", true, "precision"),
          time("reportedAt", false, "reportedPrecision"),
          symbol("cityBasis", false, CityBasis.values()),
          symbol("dateBasis", false, DateBasis.values()),
          field("source", Kind.TEXT, true),
          field("url", Kind.TEXT, false),
          field("note", Kind.TEXT, false),
          symbol("initiator", false, Initiator.values()),
          field("subjects", Kind.NUMBER, false),
          field("programme", Kind.TEXT, false),
          symbol("channel", false, Channel.values()),
          symbol("product", false, Product.values()),
          symbol("diligence", false, Diligence.values()),
          symbol("outcome", false, Outcome.values()),
          symbol("change", false, Change.values()),
          symbol("reason", false, Reason.values()),
          field("noticeDays", Kind.NUMBER, false),
          symbol("stance", false, Stance.values()),
          symbol("position", false, Position.values()),
          symbol("signal", false, Signal.values()),
          symbol("tone", false, Tone.values()));

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

  private static EventField field(String name, Kind kind, boolean required) {
    return new EventField(name, kind, position(name), -1, required, Map.of());
  }

  private static EventField time(String name, boolean required, String precision) {
    return new EventField(name, Kind.TIME, position(name), position(precision), required, Map.of());
  }

  private static EventField symbol(String name, boolean required, Enum<?>... values) {
    Map<String, Enum<?>> symbols = new LinkedHashMap<>();
    for (Enum<?> value : values) {
      if (!value.name().equals(UNRECOGNISED)) {
        symbols.put(value.name(), value);
      }
    }
    return new EventField(name, Kind.SYMBOL, position(name), -1, required, symbols);
  }

  private static int position(String name) {
    return Event.getClassSchema().getField(name).pos();
  }
}
