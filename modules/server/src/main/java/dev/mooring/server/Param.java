package dev.mooring.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mooring.server.json.Json;
import java.util.List;

/**
 * A parameter of a route's query.
 *
 * @param schema its JSON schema
 * @param repeatable whether it may be given more than once, which asks for any of the values
 */
record Param(String name, String meaning, ObjectNode schema, boolean repeatable) {

  /** Some words with commas between. */
  static Param listOf(String name, String meaning, List<String> words) {
    ObjectNode schema = Json.object().put("type", "array").put("uniqueItems", true);
    schema.set("items", words(words));
    return new Param(name, meaning, schema, false);
  }

  /** A text. */
  static Param text(String name, String meaning) {
    return new Param(name, meaning, Json.object().put("type", "string"), false);
  }

  /** A text that may be given more than once. */
  static Param texts(String name, String meaning) {
    return new Param(name, meaning, Json.object().put("type", "string"), true);
  }

  /** A whole number. */
  static Param number(String name, String meaning, int least, int most, int usual) {
    ObjectNode schema =
        Json.object()
            .put("type", "integer")
            .put("minimum", least)
            .put("maximum", most)
            .put("default", usual);
    return new Param(name, meaning, schema, false);
  }

  /** A day, YYYY-MM-DD. */
  static Param day(String name, String meaning) {
    return new Param(
        name, meaning, Json.object().put("type", "string").put("format", "date"), false);
  }

  /** One of some words. */
  static Param oneOf(String name, String meaning, List<String> words) {
    return new Param(name, meaning, words(words), false);
  }

  /** Any of some words. */
  static Param anyOf(String name, String meaning, List<String> words) {
    return new Param(name, meaning, words(words), true);
  }

  private static ObjectNode words(List<String> words) {
    ObjectNode schema = Json.object().put("type", "string");
    words.forEach(schema.putArray("enum")::add);
    return schema;
  }
}
