package dev.mooring.contract.codec;

import java.util.List;
import java.util.Optional;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;

/**
 * Reads flat rows field by field from the bytes of their Avro bodies. To make objects of them first
 * took most of the time in which a million rows were shown. For one thread.
 */
public final class RowBodyReader {

  private static final int NEVER = -1;

  private enum Kind {
    TEXT,
    NUMBER,
    TRUTH,
    DAY
  }

  private final Kind[] kinds;

  /** Which branch of a field's union is null. */
  private final int[] absent;

  private byte[] bytes;
  private int at;

  private RowBodyReader(Kind[] kinds, int[] absent) {
    this.kinds = kinds;
    this.absent = absent;
  }

  /** Reads rows of a schema; empty where it has fields of another kind than most rows have. */
  public static Optional<RowBodyReader> of(Schema schema) {
    int count = schema.getFields().size();
    Kind[] kinds = new Kind[count];
    int[] absent = new int[count];
    for (Schema.Field field : schema.getFields()) {
      absent[field.pos()] = nullBranch(field.schema());
      kinds[field.pos()] = kind(valueSchema(field.schema()));
      if (kinds[field.pos()] == null) {
        return Optional.empty();
      }
    }
    return Optional.of(new RowBodyReader(kinds, absent));
  }

  /** Reads the row that begins at {@code from}. */
  public void read(byte[] row, int from, RowCells to) {
    bytes = row;
    at = from;
    for (int field = 0; field < kinds.length; field++) {
      if (absent[field] != NEVER && number() == absent[field]) {
        to.absent(field);
      } else {
        readValue(field, to);
      }
    }
  }

  private void readValue(int field, RowCells to) {
    switch (kinds[field]) {
      case TEXT -> {
        int length = (int) number();
        to.text(field, bytes, at, at + length);
        at += length;
      }
      case NUMBER -> to.number(field, number());
      case TRUTH -> to.truth(field, bytes[at++] != 0);
      case DAY -> to.day(field, number());
    }
  }

  /** Avro's int or long: seven bits a byte, the lowest first, signs folded in. */
  private long number() {
    int next = bytes[at++];
    long folded = next & 0x7F;
    for (int shift = 7; next < 0; shift += 7) {
      next = bytes[at++];
      folded |= (next & 0x7FL) << shift;
    }
    return (folded >>> 1) ^ -(folded & 1);
  }

  private static int nullBranch(Schema schema) {
    return schema.isNullable() && schema.isUnion()
        ? schema.getIndexNamed(Schema.Type.NULL.getName())
        : NEVER;
  }

  private static Schema valueSchema(Schema schema) {
    List<Schema> types = schema.isUnion() ? schema.getTypes() : List.of(schema);
    List<Schema> values =
        types.stream().filter(type -> type.getType() != Schema.Type.NULL).toList();
    return values.size() == 1 && types.size() <= 2 ? values.getFirst() : schema;
  }

  private static Kind kind(Schema schema) {
    return switch (schema.getType()) {
      case STRING -> schema.getLogicalType() == null ? Kind.TEXT : null;
      case BOOLEAN -> Kind.TRUTH;
      case LONG -> schema.getLogicalType() == null ? Kind.NUMBER : null;
      case INT -> {
        if (schema.getLogicalType() == null) {
          yield Kind.NUMBER;
        }
        yield schema.getLogicalType().equals(LogicalTypes.date()) ? Kind.DAY : null;
      }
      default -> null;
    };
  }
}
