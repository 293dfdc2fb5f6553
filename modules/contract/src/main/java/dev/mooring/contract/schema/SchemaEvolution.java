package dev.mooring.contract.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;

/** The rules by which schemas may change: schemas/README.md says why. */
public final class SchemaEvolution {

  private SchemaEvolution() {}

  /**
   * Whether records of each of two versions can be read by the other, and nothing has moved.
   *
   * @return complaints, none when all is well
   */
  public static List<String> problems(Schema earlier, Schema later) {
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

  private static Schema present(Schema schema) {
    return schema.isUnion() ? schema.getTypes().getLast() : schema;
  }
}
