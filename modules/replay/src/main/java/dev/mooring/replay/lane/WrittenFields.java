package dev.mooring.replay.lane;

import dev.mooring.registry.WireFormat;
import dev.mooring.replay.RawBytes;
import dev.mooring.topology.intake.SchemaSource;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.data.TimeConversions;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;

/**
 * The fields of rows as they were written: by the schema of their writer, which may be another
 * build with further fields. For one thread only.
 */
final class WrittenFields {

  private final SchemaSource schemas;
  private final GenericData data = new GenericData();
  private final Map<Integer, Optional<GenericDatumReader<GenericRecord>>> readers = new HashMap<>();

  WrittenFields(SchemaSource schemas) {
    this.schemas = schemas;
    data.addLogicalTypeConversion(new TimeConversions.DateConversion());
  }

  /** The fields of a value on the wire; its bytes where it has none; nothing of no value. */
  Map<String, Object> of(byte[] value) {
    if (value == null) {
      return Map.of();
    }
    if (!WireFormat.isFramed(value)) {
      return RawBytes.shown(value);
    }
    return readers
        .computeIfAbsent(WireFormat.schemaId(value), this::reader)
        .map(reader -> read(reader, value))
        .orElseGet(() -> RawBytes.shown(value));
  }

  private Optional<GenericDatumReader<GenericRecord>> reader(int id) {
    return schemas
        .byId(id)
        .filter(schema -> schema.getType() == Schema.Type.RECORD)
        .map(schema -> new GenericDatumReader<>(schema, schema, data));
  }

  private static Map<String, Object> read(GenericDatumReader<GenericRecord> reader, byte[] value) {
    int length = value.length - WireFormat.PREFIX_LENGTH;
    BinaryDecoder in =
        DecoderFactory.get().binaryDecoder(value, WireFormat.PREFIX_LENGTH, length, null);
    try {
      GenericRecord row = reader.read(null, in);
      return in.isEnd() ? fields(row) : RawBytes.shown(value);
    } catch (IOException | RuntimeException undecodable) {
      return RawBytes.shown(value);
    }
  }

  private static Map<String, Object> fields(GenericRecord row) {
    Map<String, Object> fields = new LinkedHashMap<>();
    for (Schema.Field field : row.getSchema().getFields()) {
      Object value = row.get(field.pos());
      fields.put(field.name(), value instanceof CharSequence text ? text.toString() : value);
    }
    return fields;
  }
}
