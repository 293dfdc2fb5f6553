package dev.mooring.contract.schema;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;

/**
 * The rules by which schemas may change. Each check returns its complaints, none when all is well.
 */
final class SchemaChecks {

  private static final String UNRECOGNISED = "UNRECOGNISED";
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private SchemaChecks() {}

  /** Whether records of each of two versions can be read by the other, and nothing has moved. */
  static List<String> evolution(Schema earlier, Schema later) {
    List<String> complaints = new ArrayList<>();
    complaints.addAll(readable("later cannot read earlier", later, earlier));
    complaints.addAll(readable("earlier cannot read later", earlier, later));
    for (Schema.Field field : earlier.getFields()) {
      complaints.addAll(kept(field, later));
    }
    for (Schema.Field field : later.getFields()) {
      if (field.pos() >= earlier.getFields().size() && !field.hasDefaultValue()) {
        complaints.add(field.name() + " is new and has no default");
      }
    }
    return complaints;
  }

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

  private static List<String> readable(String claim, Schema reader, Schema writer) {
    var result = SchemaCompatibility.checkReaderWriterCompatibility(reader, writer).getResult();
    if (result.getCompatibility() == SchemaCompatibilityType.COMPATIBLE) {
      return List.of();
    }
    return result.getIncompatibilities().stream()
        .map(found -> claim + ": " + found.getType() + " at " + found.getLocation())
        .toList();
  }

  private static List<String> kept(Schema.Field earlier, Schema laterRecord) {
    Schema.Field later = laterRecord.getField(earlier.name());
    if (later == null) {
      return List.of(earlier.name() + " is gone");
    }
    List<String> complaints = new ArrayList<>();
    if (later.pos() != earlier.pos()) {
      complaints.add(earlier.name() + " has moved: fields are only appended");
    }
    if (!Objects.equals(later.defaultVal(), earlier.defaultVal())) {
      complaints.add(earlier.name() + " has another default");
    }
    Schema before = present(earlier.schema());
    Schema after = present(later.schema());
    if (before.getType() != after.getType()) {
      complaints.add(earlier.name() + " has another type");
    }
    if (!Objects.equals(before.getProp("logicalType"), after.getProp("logicalType"))) {
      complaints.add(earlier.name() + " has another logical type");
    }
    if (before.getType() == Schema.Type.ENUM && after.getType() == Schema.Type.ENUM) {
      complaints.addAll(keptSymbols(earlier.name(), before, after));
    }
    return complaints;
  }

  private static List<String> keptSymbols(String field, Schema before, Schema after) {
    int count = before.getEnumSymbols().size();
    List<String> symbols = after.getEnumSymbols();
    boolean kept =
        symbols.size() >= count && symbols.subList(0, count).equals(before.getEnumSymbols());
    return kept ? List.of() : List.of(field + " has moved symbols: symbols are only appended");
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

  private static Schema present(Schema schema) {
    return schema.isUnion() ? schema.getTypes().getLast() : schema;
  }

  private static void removeDocs(JsonNode node) {
    if (node instanceof ObjectNode object) {
      object.remove("doc");
    }
    node.forEach(SchemaChecks::removeDocs);
  }
}
