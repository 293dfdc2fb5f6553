package dev.mooring.contract.schema;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.avro.Schema;

/**
 * The rules by which schemas may change. Each check returns its complaints, none when all is well.
 */
final class SchemaChecks {

  private static final String UNRECOGNISED = "UNRECOGNISED";
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private SchemaChecks() {}

  /** Whether a schema is documented throughout, and its enums can grow. */
  static List<String> shape(Schema schema) {
    List<String> complaints = new ArrayList<>();
    shape(schema, complaints, new HashSet<>());
    return complaints;
  }

  /** What a schema says, its words for people apart: equal for schemas of the same meaning. */
  static JsonNode meaning(String avsc) {
    try {
      JsonNode tree = MAPPER.readTree(avsc);
      removeDocs(tree);
      return tree;
    } catch (JacksonException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void shape(Schema schema, List<String> complaints, Set<String> seen) {
    switch (schema.getType()) {
      case RECORD -> {
        requireDoc(schema.getFullName(), schema.getDoc(), complaints);
        for (Schema.Field field : schema.getFields()) {
          requireDoc(schema.getName() + "." + field.name(), field.doc(), complaints);
          shape(field.schema(), complaints, seen);
        }
      }
      case UNION -> schema.getTypes().forEach(type -> shape(type, complaints, seen));
      case ENUM -> {
        if (seen.add(schema.getFullName())) {
          enumShape(schema, complaints);
        }
      }
      default -> {}
    }
  }

  private static void enumShape(Schema schema, List<String> complaints) {
    requireDoc(schema.getFullName(), schema.getDoc(), complaints);
    if (!UNRECOGNISED.equals(schema.getEnumDefault())) {
      complaints.add(schema.getName() + " has no default " + UNRECOGNISED);
    }
    if (!schema.getEnumSymbols().getFirst().equals(UNRECOGNISED)) {
      complaints.add(schema.getName() + " does not begin with " + UNRECOGNISED);
    }
  }

  private static void requireDoc(String name, String doc, List<String> complaints) {
    if (doc == null || doc.isBlank()) {
      complaints.add(name + " has no doc");
    }
  }

  private static void removeDocs(JsonNode node) {
    if (node instanceof ObjectNode object) {
      object.remove("doc");
    }
    node.forEach(SchemaChecks::removeDocs);
  }
}
