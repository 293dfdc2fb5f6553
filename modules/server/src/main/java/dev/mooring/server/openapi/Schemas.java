package dev.mooring.server.openapi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mooring.contract.event.Event;
import dev.mooring.contract.reference.Bank;
import dev.mooring.contract.reference.City;
import dev.mooring.contract.reference.Firm;
import dev.mooring.server.json.Json;
import dev.mooring.server.rows.RowRatios;
import dev.mooring.server.rows.RowTopic;
import dev.mooring.view.EventDimension;
import java.util.List;
import org.apache.avro.Schema;

/** The schemas of all bodies, by name. */
public final class Schemas {

  private static final String REF = "#/components/schemas/";

  private Schemas() {}

  /** All of them. */
  public static ObjectNode all() {
    ObjectNode all = Json.object();
    for (RowTopic topic : RowTopic.values()) {
      rows(all, topic);
    }
    for (Schema reference :
        List.of(City.getClassSchema(), Bank.getClassSchema(), Firm.getClassSchema())) {
      add(all, reference.getName(), AvroSchemas.row(reference));
    }
    add(all, "Hub", hub());
    add(all, "EventRecord", eventRecord());
    add(all, "EventCount", eventCount());
    add(all, "Rejected", rejected());
    all.set("Event", event());
    all.set("Explanation", explanation());
    all.set("Published", published());
    all.set("Checked", checked());
    all.set("Status", status());
    all.set("Health", object("status", type("string")));
    all.set("Fault", fault());
    all.set("Problem", problem());
    return all;
  }

  /** A reference to one of them. */
  public static ObjectNode reference(String name) {
    return Json.object().put("$ref", REF + name);
  }

  private static void add(ObjectNode all, String name, ObjectNode item) {
    all.set(name, item);
    ObjectNode list = Json.object().put("type", "object");
    ObjectNode properties = list.putObject("properties");
    properties.set("items", array(reference(name)));
    properties.set("next", nullable("string").put("description", "Cursor of the next page."));
    list.putArray("required").add("items").add("next");
    all.set(name + "List", list);
  }

  /** Rows of lists may have been asked for in part. */
  private static void rows(ObjectNode all, RowTopic topic) {
    String name = topic.schema().getName();
    ObjectNode part = row(topic).put("additionalProperties", false);
    part.remove("required");
    add(all, name, row(topic));
    all.set(name + "Part", part.put("description", "The fields of a row that were asked for."));
    ((ObjectNode) all.at("/" + name + "List/properties/items"))
        .set("items", reference(name + "Part"));
  }

  private static ObjectNode row(RowTopic topic) {
    ObjectNode row = AvroSchemas.row(topic.schema());
    if (RowRatios.of(topic)) {
      ObjectNode ratios =
          Json.object()
              .put("type", "object")
              .put("description", "Ratios by name; null where undefined.");
      ratios.set("additionalProperties", nullable("number"));
      ((ObjectNode) row.get("properties")).set("ratios", ratios);
    }
    return row;
  }

  private static ObjectNode hub() {
    ObjectNode hub =
        object(
            "rank", type("integer"),
            "city", type("string"),
            "accountsOpen", type("integer"),
            "firmsBanked", type("integer"),
            "share", nullable("number"));
    ((ObjectNode) hub.get("properties")).set("hhi", nullable("integer"));
    return hub;
  }

  /** The form in which people write events: JSON names, and times with their precision. */
  private static ObjectNode event() {
    ObjectNode event =
        Json.object().put("type", "object").put("description", Event.getClassSchema().getDoc());
    ObjectNode properties = event.putObject("properties");
    for (Schema.Field field : Event.getClassSchema().getFields()) {
      if (!field.name().equals("precision") && !field.name().equals("reportedPrecision")) {
        properties.set(field.name(), eventField(field));
      }
    }
    event.putArray("required").add("id").add("type").add("occurredAt").add("source");
    return event.put("additionalProperties", false);
  }

  private static ObjectNode eventField(Schema.Field field) {
    Schema type = plain(field.schema());
    ObjectNode schema =
        Json.object()
            .put("type", type.getType() == Schema.Type.INT ? "integer" : "string")
            .put("description", field.doc());
    if (type.getType() == Schema.Type.ENUM) {
      ArrayNode symbols = schema.putArray("enum");
      type.getEnumSymbols().stream()
          .filter(symbol -> !symbol.equals("UNRECOGNISED"))
          .forEach(symbols::add);
    }
    return schema;
  }

  private static Schema plain(Schema schema) {
    return schema.getType() == Schema.Type.UNION
        ? schema.getTypes().stream()
            .filter(type -> type.getType() != Schema.Type.NULL)
            .findFirst()
            .orElseThrow()
        : schema;
  }

  private static ObjectNode eventRecord() {
    return object(
        "event", reference("Event"),
        "partition", type("integer"),
        "offset", type("integer"),
        "recordedAt", type("string").put("format", "date-time"),
        "latest", type("boolean"));
  }

  private static ObjectNode eventCount() {
    ObjectNode count = object("count", type("integer"));
    for (EventDimension dimension : EventDimension.values()) {
      ((ObjectNode) count.get("properties")).set(dimension.field(), nullable("string"));
    }
    return count.put("additionalProperties", false);
  }

  private static ObjectNode explanation() {
    return object(
        "scope", type("string"),
        "id", type("string"),
        "day", nullable("string"),
        "field", type("string"),
        "value", type("integer"),
        "events", array(object("event", reference("Event"), "latest", type("boolean"))));
  }

  private static ObjectNode rejected() {
    return object(
        "letter", type("string"),
        "recordedAt", type("string").put("format", "date-time"),
        "reason", type("string"),
        "problems", array(reference("Fault")),
        "origin", logPlace(),
        "key", nullable("string"),
        "value", nullable("string"),
        "omitted", nullable("string"),
        "mended", mended());
  }

  private static ObjectNode mended() {
    ObjectNode mended =
        object(
            "at", type("string").put("format", "date-time"),
            "id", type("string"),
            "published", logPlace());
    mended.putArray("type").add("object").add("null");
    return mended;
  }

  private static ObjectNode logPlace() {
    return object("topic", type("string"), "partition", type("integer"), "offset", type("integer"));
  }

  private static ObjectNode published() {
    ObjectNode result = object("status", type("string"));
    return object(
        "accepted", type("integer"),
        "rejected", type("integer"),
        "failed", type("integer"),
        "results", array(result),
        "after", nullable("string"));
  }

  private static ObjectNode checked() {
    ObjectNode result =
        object("problems", array(reference("Fault")), "remarks", array(type("string")));
    return object("results", array(result));
  }

  private static ObjectNode status() {
    ObjectNode topology =
        object(
            "state", type("string"),
            "lag", type("integer"),
            "behindSeconds", nullable("integer"),
            "unready", nullable("string"));
    ObjectNode counts =
        object(
            "banks", type("integer"),
            "cities", type("integer"),
            "moorings", type("integer"),
            "events", type("integer"));
    ObjectNode status =
        object(
            "version", type("string"),
            "caughtUp", type("boolean"),
            "lag", type("integer"),
            "readAt", nullable("string"),
            "topology", topology);
    ObjectNode properties = (ObjectNode) status.get("properties");
    properties.set("trouble", nullable("string"));
    properties.set("counts", counts);
    properties.set("publish", type("boolean"));
    return status;
  }

  private static ObjectNode fault() {
    return object(
        "pointer", type("string"),
        "value", nullable("string"),
        "message", type("string"),
        "suggestion", nullable("string"));
  }

  private static ObjectNode problem() {
    ObjectNode problem =
        object(
            "type", type("string"),
            "title", type("string"),
            "status", type("integer"),
            "detail", type("string"),
            "instance", type("string"));
    ObjectNode properties = (ObjectNode) problem.get("properties");
    properties.set("problems", array(reference("Fault")));
    properties.set("suggestions", array(type("string")));
    return problem;
  }

  /** An object of which all named properties are required: names and schemas by turns. */
  private static ObjectNode object(Object... namesAndSchemas) {
    ObjectNode object = Json.object().put("type", "object");
    ObjectNode properties = object.putObject("properties");
    ArrayNode required = object.putArray("required");
    for (int i = 0; i < namesAndSchemas.length; i += 2) {
      properties.set((String) namesAndSchemas[i], (ObjectNode) namesAndSchemas[i + 1]);
      required.add((String) namesAndSchemas[i]);
    }
    return object;
  }

  private static ObjectNode type(String name) {
    return Json.object().put("type", name);
  }

  private static ObjectNode nullable(String name) {
    ObjectNode schema = Json.object();
    schema.putArray("type").add(name).add("null");
    return schema;
  }

  private static ObjectNode array(ObjectNode items) {
    ObjectNode array = type("array");
    array.set("items", items);
    return array;
  }
}
