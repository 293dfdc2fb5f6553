package dev.mooring.registry;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.avro.AvroTypeException;
import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.Encoder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/**
 * Writes generated records that are flat, as all of Mooring's are: how each field is written is
 * found out once. Avro's own writer finds it out for every value, and its generated coders are off
 * where a field has a logical type. The bytes are the same.
 */
final class FlatWriter implements DatumWriter<Object> {

  private static final int NEVER = -1;

  private enum Kind {
    TEXT,
    INT,
    LONG,
    DOUBLE,
    BOOLEAN,
    SYMBOL,
    DATE,
    MILLIS
  }

  private final Schema schema;

  /** What each field holds when it is not null. */
  private final Schema[] values;

  private final Kind[] kinds;

  /** Which branch of a field's union is null, and which is not. */
  private final int[] absent;

  private FlatWriter(Schema schema, Schema[] values, Kind[] kinds, int[] absent) {
    this.schema = schema;
    this.values = values;
    this.kinds = kinds;
    this.absent = absent;
  }

  /** A writer of records by their own schema; empty when it has a field of another kind. */
  static Optional<DatumWriter<Object>> of(Schema schema) {
    int count = schema.getFields().size();
    Schema[] values = new Schema[count];
    Kind[] kinds = new Kind[count];
    int[] absent = new int[count];
    for (Schema.Field field : schema.getFields()) {
      absent[field.pos()] = nullBranch(field.schema());
      values[field.pos()] = valueSchema(field.schema());
      kinds[field.pos()] = kind(values[field.pos()]);
      if (kinds[field.pos()] == null) {
        return Optional.empty();
      }
    }
    return Optional.of(new FlatWriter(schema, values, kinds, absent));
  }

  @Override
  public void setSchema(Schema other) {
    throw new UnsupportedOperationException("the schema is fixed");
  }

  @Override
  public void write(Object datum, Encoder out) throws IOException {
    SpecificRecord row = (SpecificRecord) datum;
    for (int field = 0; field < kinds.length; field++) {
      Object value = row.get(field);
      if (absent[field] == NEVER) {
        require(value, field);
      } else {
        out.writeIndex(value == null ? absent[field] : 1 - absent[field]);
      }
      if (value == null) {
        out.writeNull();
      } else {
        writeValue(value, field, out);
      }
    }
  }

  private void writeValue(Object value, int field, Encoder out) throws IOException {
    try {
      switch (kinds[field]) {
        case TEXT -> out.writeString((CharSequence) value);
        case INT -> out.writeInt((Integer) value);
        case LONG -> out.writeLong((Long) value);
        case DOUBLE -> out.writeDouble((Double) value);
        case BOOLEAN -> out.writeBoolean((Boolean) value);
        case SYMBOL -> out.writeEnum(values[field].getEnumOrdinal(((Enum<?>) value).name()));
        case DATE -> out.writeInt(Math.toIntExact(((LocalDate) value).toEpochDay()));
        case MILLIS -> out.writeLong(((Instant) value).toEpochMilli());
      }
    } catch (ClassCastException | ArithmeticException unfit) {
      throw new AvroTypeException("%s: %s does not fit".formatted(name(field), value), unfit);
    }
  }

  private void require(Object value, int field) {
    if (value == null) {
      throw new AvroTypeException("null value for (non-nullable) %s".formatted(name(field)));
    }
  }

  private String name(int field) {
    return schema.getName() + "." + schema.getFields().get(field).name();
  }

  private static int nullBranch(Schema schema) {
    return schema.isUnion() && schema.isNullable()
        ? schema.getIndexNamed(Schema.Type.NULL.getName())
        : NEVER;
  }

  /** What a union of two holds beside null; any other schema is itself. */
  private static Schema valueSchema(Schema schema) {
    int absent = nullBranch(schema);
    List<Schema> types = schema.isUnion() ? schema.getTypes() : List.of();
    return absent == NEVER || types.size() != 2 ? schema : types.get(1 - absent);
  }

  private static Kind kind(Schema schema) {
    LogicalType logical = schema.getLogicalType();
    if (logical != null) {
      return logical.equals(LogicalTypes.date())
          ? Kind.DATE
          : logical.equals(LogicalTypes.timestampMillis()) ? Kind.MILLIS : null;
    }
    return switch (schema.getType()) {
      case STRING -> schema.getProp(SpecificData.CLASS_PROP) == null ? Kind.TEXT : null;
      case INT -> Kind.INT;
      case LONG -> Kind.LONG;
      case DOUBLE -> Kind.DOUBLE;
      case BOOLEAN -> Kind.BOOLEAN;
      case ENUM -> Kind.SYMBOL;
      default -> null;
    };
  }
}
