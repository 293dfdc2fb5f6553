package dev.mooring.sink;

import java.util.ArrayList;
import java.util.List;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.IndexedRecord;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.errors.DataException;

/**
 * The columns of a topic's rows.
 *
 * @param schema as Connect has it, with the defaults of the Avro schema
 * @param types of the columns, in the order of the fields of both schemas
 */
record RowShape(Schema schema, List<ColumnType> types) {

  RowShape {
    types = List.copyOf(types);
  }

  /**
   * The shape of a record.
   *
   * @throws DataException when it is not flat
   */
  static RowShape of(org.apache.avro.Schema row) {
    SchemaBuilder schema = SchemaBuilder.struct().name(row.getFullName());
    List<ColumnType> types = new ArrayList<>();
    for (org.apache.avro.Schema.Field field : row.getFields()) {
      ColumnType type = ColumnType.of(row.getFullName() + "." + field.name(), field.schema());
      schema.field(field.name(), withDefault(type, field));
      types.add(type);
    }
    return new RowShape(schema.build(), types);
  }

  /** With its default a column can be added to a table that has rows. */
  private static Schema withDefault(ColumnType type, org.apache.avro.Schema.Field field) {
    SchemaBuilder schema = type.schema();
    Object value = field.hasDefaultValue() ? GenericData.get().getDefaultValue(field) : null;
    return value == null ? schema.build() : schema.defaultValue(type.value(value)).build();
  }

  Struct struct(IndexedRecord row) {
    Struct struct = new Struct(schema);
    for (Field column : schema.fields()) {
      Object value = row.get(column.index());
      struct.put(column, value == null ? null : types.get(column.index()).value(value));
    }
    return struct;
  }
}
