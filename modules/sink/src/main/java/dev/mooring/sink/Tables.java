package dev.mooring.sink;

import dev.mooring.contract.TopicSpec;
import dev.mooring.contract.Topics;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.specific.SpecificData;

/**
 * The tables of PostgreSQL that the sink writes, as a script that may be run again: it makes what
 * is missing. They must be there first, because the connector fails on a tombstone whose table is
 * not; and only here do columns get the words of the schemas.
 */
public final class Tables {

  private static final String BEGIN =
      """
      -- The tables that the sink writes, one for each topic of rows. It makes what is missing, and may be run again.
      -- Generated from schemas/ and checked by TablesTest; do not edit.
      """;

  private Tables() {}

  /** The topics that become tables. */
  public static List<TopicSpec> topics() {
    return Stream.of(Topics.OUTPUTS, Topics.REFERENCE).flatMap(List::stream).toList();
  }

  /** The table of a topic: {@code bank_metrics} for {@code mooring.bank-metrics.v1}. */
  public static String name(TopicSpec topic) {
    return topic.name().replaceAll("^mooring\\.|\\.v[0-9]+$", "").replace('-', '_');
  }

  /** The script. */
  public static String script() {
    return BEGIN + topics().stream().map(Tables::table).collect(Collectors.joining());
  }

  private static String table(TopicSpec topic) {
    String name = name(topic);
    Schema row = SpecificData.get().getSchema(topic.valueType().orElseThrow());
    return "\ncreate table if not exists %s (key text primary key);\n".formatted(name)
        + row.getFields().stream()
            .map(field -> "  add column if not exists " + column(row, field))
            .collect(Collectors.joining(",\n", "alter table %s\n".formatted(name), ";\n"))
        + "comment on table %s is %s;\n".formatted(name, text(row.getDoc()))
        + "comment on column %s.key is %s;\n"
            .formatted(name, text("Key of the record: " + topic.key() + "."))
        + row.getFields().stream().map(field -> comment(name, field)).collect(Collectors.joining());
  }

  private static String column(Schema row, Schema.Field field) {
    String type = type(row.getName() + "." + field.name(), present(field.schema()));
    String nulls = field.schema().isNullable() ? "" : " not null";
    Object value = field.hasDefaultValue() ? GenericData.get().getDefaultValue(field) : null;
    String otherwise = value == null ? "" : " default " + literal(value);
    return field.name() + " " + type + nulls + otherwise;
  }

  private static Schema present(Schema schema) {
    return schema.isUnion()
        ? schema.getTypes().stream()
            .filter(each -> each.getType() != Schema.Type.NULL)
            .findFirst()
            .orElseThrow()
        : schema;
  }

  private static String type(String field, Schema schema) {
    if (schema.getLogicalType() instanceof LogicalTypes.Date) {
      return "date";
    }
    return switch (schema.getType()) {
      case STRING, ENUM -> "text";
      case BOOLEAN -> "boolean";
      case INT -> "integer";
      case LONG -> "bigint";
      case DOUBLE -> "double precision";
      default -> throw new IllegalArgumentException(field + " is of type " + schema);
    };
  }

  private static String comment(String table, Schema.Field field) {
    return field.doc() == null
        ? ""
        : "comment on column %s.%s is %s;\n".formatted(table, field.name(), text(field.doc()));
  }

  private static String literal(Object value) {
    return value instanceof Number || value instanceof Boolean
        ? value.toString()
        : text(value.toString());
  }

  private static String text(String words) {
    return "'" + words.replace("'", "''") + "'";
  }
}
