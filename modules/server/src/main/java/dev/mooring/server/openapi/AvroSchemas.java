package dev.mooring.server.openapi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mooring.server.json.Json;
import org.apache.avro.Schema;

/** The JSON schema of what an Avro schema describes, in the form in which it is written. */
final class AvroSchemas {

  private AvroSchemas() {}

  /** A flat row: every field is there, absent is null. */
  static ObjectNode row(Schema record) {
    ObjectNode schema = Json.object().put("type", "object");
    describe(schema, record.getDoc());
    ObjectNode properties = schema.putObject("properties");
    ArrayNode required = schema.putArray("required");
    for (Schema.Field field : record.getFields()) {
      properties.set(field.name(), describe(value(field.schema()), field.doc()));
      required.add(field.name());
    }
    return schema;
  }

  private static ObjectNode value(Schema schema) {
    return switch (schema.getType()) {
      case UNION -> optional(schema);
      case LONG, INT ->
          schema.getLogicalType() == null
              ? Json.object().put("type", "integer")
              : Json.object().put("type", "string").put("format", "date");
      case DOUBLE, FLOAT -> Json.object().put("type", "number");
      case BOOLEAN -> Json.object().put("type", "boolean");
      default -> Json.object().put("type", "string");
    };
  }

  private static ObjectNode optional(Schema union) {
    Schema some =
        union.getTypes().stream()
            .filter(type -> type.getType() != Schema.Type.NULL)
            .findFirst()
            .orElseThrow();
    ObjectNode schema = value(some);
    String type = schema.get("type").asText();
    schema.putArray("type").add(type).add("null");
    return schema;
  }

  private static ObjectNode describe(ObjectNode schema, String doc) {
    return doc == null ? schema : schema.put("description", doc);
  }
}
