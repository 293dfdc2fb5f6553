package dev.mooring.replay.letters;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mooring.contract.Problem;
import dev.mooring.contract.codec.EventJson;
import dev.mooring.contract.codec.EventReading;
import java.util.List;

/** Reads what a person wrote in place of a dead letter: one event as JSON, with the letter's id. */
public final class MendedJson {

  private static final ObjectMapper STRICT =
      new ObjectMapper()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private final String id;

  /**
   * @param id the id that the event has or takes
   */
  public MendedJson(String id) {
    this.id = id;
  }

  /** The event, or everything that is wrong. */
  public EventReading read(String text) {
    try {
      return STRICT.readTree(text) instanceof ObjectNode object
          ? read(text, object)
          : unreadable(text, new Problem("", text.strip(), "should be one JSON object"));
    } catch (JsonProcessingException malformed) {
      return unreadable(text, problem(malformed));
    }
  }

  private EventReading read(String text, ObjectNode object) {
    JsonNode given = object.get("id");
    if (given != null && !given.isNull() && !given.asText().equalsIgnoreCase(id)) {
      return unreadable(
          text,
          new Problem(
              "/id",
              given.asText(),
              "should be left out, or be " + id + ": under another id it could count twice"));
    }
    object.put("id", id);
    return EventJson.read(object.toString());
  }

  private static Problem problem(JsonProcessingException malformed) {
    JsonLocation place = malformed.getLocation();
    String where =
        place == null
            ? ""
            : " at line %d, column %d".formatted(place.getLineNr(), place.getColumnNr());
    return new Problem(
        "", null, "is no JSON%s: %s".formatted(where, malformed.getOriginalMessage()));
  }

  private static EventReading unreadable(String text, Problem problem) {
    return new EventReading.Unreadable(1, text, List.of(problem));
  }
}
