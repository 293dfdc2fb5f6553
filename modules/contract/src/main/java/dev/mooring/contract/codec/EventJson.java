package dev.mooring.contract.codec;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonToken;
import dev.mooring.contract.Problem;
import dev.mooring.contract.event.Event;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * One event as a JSON object. Absent fields are left out when writing, and may be null or left out
 * when reading; unknown fields, fields that stand twice and values of the wrong type are problems.
 */
public final class EventJson {

  private EventJson() {}

  /** Reads one event: {@code Read}, or {@code Unreadable} with all problems; the line is 1. */
  public static EventReading read(String json) {
    return read(1, json);
  }

  /** The event on one line, without a line end. */
  public static String write(Event event) {
    return Json.text(json -> write(event, json));
  }

  private static void write(Event event, JsonGenerator json) throws IOException {
    json.writeStartObject();
    for (EventField field : EventField.ALL) {
      Object value = field.written(event);
      if (value instanceof Integer number) {
        json.writeNumberField(field.name(), number);
      } else if (value != null) {
        json.writeStringField(field.name(), value.toString());
      }
    }
    json.writeEndObject();
  }

  static EventReading read(long line, String raw) {
    EventDraft draft = new EventDraft(EventJson::pointer);
    try (JsonParser json = Json.FACTORY.createParser(raw)) {
      return readObject(json, draft, line, raw);
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory failed", e);
    }
  }

  private static EventReading readObject(JsonParser json, EventDraft draft, long line, String raw)
      throws IOException {
    try {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        draft.refuse(new Problem("", raw, "should be a JSON object"));
        return draft.abandon(line, raw);
      }
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        readField(json, draft);
      }
      if (json.nextToken() != null) {
        draft.refuse(new Problem("", null, "has more behind the event: one event a line is right"));
      }
      return draft.finish(line, raw);
    } catch (JacksonException e) {
      draft.refuse(malformed(json, e));
      return draft.abandon(line, raw);
    }
  }

  private static void readField(JsonParser json, EventDraft draft) throws IOException {
    String name = json.currentName();
    EventField field = EventField.BY_NAME.get(name);
    JsonToken value = json.nextToken();
    if (field == null) {
      draft.refuse(EventField.unknown(name, pointer(name)));
    } else if (draft.first(field)) {
      readValue(json, value, field, draft);
    }
    json.skipChildren();
  }

  private static void readValue(
      JsonParser json, JsonToken value, EventField field, EventDraft draft) throws IOException {
    boolean number = field.kind() == EventField.Kind.NUMBER;
    if (value == JsonToken.VALUE_STRING && !number) {
      draft.set(field, json.getText());
    } else if (value == JsonToken.VALUE_NUMBER_INT && number) {
      readNumber(json, field, draft);
    } else if (value != JsonToken.VALUE_NULL) {
      String expected = number ? "should be a whole number, without quotes" : "should be a text";
      draft.refuse(field, shown(json, value), expected);
    }
  }

  private static void readNumber(JsonParser json, EventField field, EventDraft draft)
      throws IOException {
    if (json.getNumberType() == JsonParser.NumberType.INT) {
      draft.set(field, json.getIntValue());
    } else {
      draft.refuse(field, json.getText(), EventCsv.NUMBER_RANGE);
    }
  }

  private static String shown(JsonParser json, JsonToken value) throws IOException {
    return switch (value) {
      case START_OBJECT -> "{...}";
      case START_ARRAY -> "[...]";
      default -> json.getText();
    };
  }

  /** The problem of a text that is no JSON from here on. */
  static Problem malformed(JsonParser json, JacksonException e) {
    String place = json.getParsingContext().pathAsPointer().toString();
    String message =
        "is no JSON at column %d: %s"
            .formatted(json.currentLocation().getColumnNr(), e.getOriginalMessage());
    return new Problem(place, null, message);
  }

  private static String pointer(String field) {
    return JsonPointer.empty().appendProperty(field).toString();
  }
}
