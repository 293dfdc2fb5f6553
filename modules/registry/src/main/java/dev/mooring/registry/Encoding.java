package dev.mooring.registry;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericContainer;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.Encoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;

/**
 * How data of one class and schema are written to one topic. It may be used by several threads.
 *
 * @param topic the topic
 * @param type class of the data
 * @param schema schema of the data
 * @param schemaId id of the schema that is written
 * @param writer writes the data by that schema
 */
record Encoding(
    String topic, Class<?> type, Schema schema, int schemaId, DatumWriter<Object> writer) {

  boolean fits(String otherTopic, Class<?> otherType, Schema otherSchema) {
    return schema.equals(otherSchema) && type == otherType && topic.equals(otherTopic);
  }

  /** The schema of a datum: its own, or that of a primitive type. */
  static Schema schemaOf(String topic, Object datum) {
    return switch (datum) {
      case GenericContainer container -> container.getSchema();
      case CharSequence text -> Schema.create(Schema.Type.STRING);
      case Integer number -> Schema.create(Schema.Type.INT);
      case Long number -> Schema.create(Schema.Type.LONG);
      case Float number -> Schema.create(Schema.Type.FLOAT);
      case Double number -> Schema.create(Schema.Type.DOUBLE);
      case Boolean flag -> Schema.create(Schema.Type.BOOLEAN);
      default ->
          throw new SerializationException(
              "cannot write a "
                  + datum.getClass().getName()
                  + " to topic "
                  + topic
                  + ": should be an Avro record, a string, a number or a boolean");
    };
  }

  /** A writer of data by their own schema. */
  static DatumWriter<Object> writer(Class<?> type, Schema schema) {
    return SpecificRecord.class.isAssignableFrom(type)
        ? FlatWriter.of(schema)
            .orElseGet(() -> new SpecificDatumWriter<>(schema, SpecificData.getForClass(type)))
        : new GenericDatumWriter<>(schema, GenericData.get());
  }

  /**
   * A writer of data by another schema: through Avro's resolution, since fields may be elsewhere.
   */
  static DatumWriter<Object> writer(Class<?> type, Schema schema, Schema written) {
    return schema.equals(written)
        ? writer(type, written)
        : new Resolving(writer(type, schema), schema, written);
  }

  private record Resolving(DatumWriter<Object> own, Schema schema, Schema written)
      implements DatumWriter<Object> {

    @Override
    public void setSchema(Schema other) {
      throw new UnsupportedOperationException("the schema is fixed");
    }

    @Override
    public void write(Object datum, Encoder out) throws IOException {
      var resolved =
          new GenericDatumReader<>(schema, written)
              .read(null, DecoderFactory.get().binaryDecoder(encoded(datum), null));
      new GenericDatumWriter<>(written).write(resolved, out);
    }

    private byte[] encoded(Object datum) throws IOException {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      own.write(datum, EncoderFactory.get().directBinaryEncoder(bytes, null));
      return bytes.toByteArray();
    }
  }
}
