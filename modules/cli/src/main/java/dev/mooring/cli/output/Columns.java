package dev.mooring.cli.output;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/**
 * The fields of an answer.
 *
 * @param all what JSON and CSV hold, in their order
 * @param table what matters enough for a table, by weight: where room is short the last give way
 * @param schema of the rows, when the fields are just those of it, in its order
 */
public record Columns<T>(List<Column<T>> all, List<Column<T>> table, Optional<Schema> schema) {

  public Columns {
    all = List.copyOf(all);
    table = List.copyOf(table);
  }

  /** Fields of what has no schema, or of which some are not in it. */
  public Columns(List<Column<T>> all, List<Column<T>> table) {
    this(all, table, Optional.empty());
  }

  /** Fields that all stand in tables too. */
  public static <T> Columns<T> of(List<Column<T>> columns) {
    return new Columns<>(columns, columns);
  }

  /**
   * The fields of a row type.
   *
   * @param inTable names of those that stand in tables, by weight
   */
  public static <R extends SpecificRecord> Columns<R> of(Schema schema, String... inTable) {
    List<Column<R>> all = schema.getFields().stream().map(Columns::<R>column).toList();
    Map<String, Column<R>> byName =
        all.stream().collect(Collectors.toMap(Column::name, Function.identity()));
    return new Columns<>(
        all, List.of(inTable).stream().map(byName::get).toList(), Optional.of(schema));
  }

  /**
   * These fields and another: the last in JSON and CSV.
   *
   * @param weight its place in tables, counted from 0
   */
  public Columns<T> with(int weight, Column<T> further) {
    List<Column<T>> fields = new ArrayList<>(all);
    fields.add(further);
    List<Column<T>> weighed = new ArrayList<>(table);
    weighed.add(weight, further);
    return new Columns<>(fields, weighed);
  }

  private static <R extends SpecificRecord> Column<R> column(Schema.Field field) {
    return new Column<>(field.name(), row -> row.get(field.pos()), isNumber(field.schema()));
  }

  private static boolean isNumber(Schema schema) {
    return switch (schema.getType()) {
      case LONG, DOUBLE -> true;
      case INT -> schema.getLogicalType() == null;
      case UNION -> schema.getTypes().stream().anyMatch(Columns::isNumber);
      default -> false;
    };
  }
}
