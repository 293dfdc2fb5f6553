package dev.mooring.sink;

import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.kafka.connect.data.Date;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Timestamp;
import org.apache.kafka.connect.errors.DataException;

/**
 * How a field of a row becomes a column.
 *
 * @param optional whether it may be null
 * @param builder begins a schema of Connect
 * @param value from what Avro reads, which is not null, to what that schema takes
 */
record ColumnType(boolean optional, Supplier<SchemaBuilder> builder, UnaryOperator<Object> value) {

  /**
   * The type of a field.
   *
   * @param field its name, for the message
   * @throws DataException when it is no scalar, nor a union of null and one
   */
  static ColumnType of(String field, Schema avro) {
    if (!avro.isUnion()) {
      return scalar(field, avro);
    }
    List<Schema> present =
        avro.getTypes().stream().filter(each -> each.getType() != Schema.Type.NULL).toList();
    if (present.size() != 1) {
      throw refused(field, avro);
    }
    ColumnType type = scalar(field, present.getFirst());
    return new ColumnType(avro.isNullable(), type.builder, type.value);
  }

  SchemaBuilder schema() {
    return optional ? builder.get().optional() : builder.get();
  }

  Object value(Object read) {
    return value.apply(read);
  }

  private static ColumnType scalar(String field, Schema avro) {
    LogicalType logical = avro.getLogicalType();
    if (logical instanceof LogicalTypes.Date) {
      return required(Date::builder, days -> Date.toLogical(Date.SCHEMA, (int) days));
    }
    if (logical instanceof LogicalTypes.TimestampMillis) {
      return required(
          Timestamp::builder, millis -> Timestamp.toLogical(Timestamp.SCHEMA, (long) millis));
    }
    if (logical != null) {
      throw refused(field, avro);
    }
    return switch (avro.getType()) {
      case STRING, ENUM -> required(SchemaBuilder::string, Object::toString);
      case BOOLEAN -> required(SchemaBuilder::bool, UnaryOperator.identity());
      case INT -> required(SchemaBuilder::int32, UnaryOperator.identity());
      case LONG -> required(SchemaBuilder::int64, UnaryOperator.identity());
      case FLOAT -> required(SchemaBuilder::float32, UnaryOperator.identity());
      case DOUBLE -> required(SchemaBuilder::float64, UnaryOperator.identity());
      default -> throw refused(field, avro);
    };
  }

  private static ColumnType required(Supplier<SchemaBuilder> builder, UnaryOperator<Object> value) {
    return new ColumnType(false, builder, value);
  }

  private static DataException refused(String field, Schema avro) {
    return new DataException(
        field
            + " is of type "
            + avro
            + ", should be a string, enum, boolean, int, long, float, double, date or"
            + " timestamp-millis, or a union of null and one of them");
  }
}
