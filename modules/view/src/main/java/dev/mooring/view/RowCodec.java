package dev.mooring.view;

import dev.mooring.contract.GeneratedTypes;
import dev.mooring.registry.WireFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;

/**
 * What the bytes of the rows of one type mean. They are kept as they came, in the wire format: each
 * says by which schema it was written, so rows of several versions stand side by side. Any number
 * of threads may decode.
 */
final class RowCodec {

  /** In place of an id: written here, by the schema of this build. */
  private static final int OWN_SCHEMA = -1;

  private final Class<? extends SpecificRecord> type;
  private final SpecificData model;
  private final Schema schema;
  private final IntFunction<Schema> schemas;
  private final Map<Integer, Written> byId = new ConcurrentHashMap<>();
  private final SpecificDatumWriter<SpecificRecord> writer;
  private final boolean beginsWithKey;

  /**
   * How rows that were written by one schema are read.
   *
   * @param own whether their bodies are those that the schema of this build would have
   */
  private record Written(Schema schema, DatumReader<SpecificRecord> reader, boolean own) {}

  /**
   * Rows of a type.
   *
   * @param schemas finds a schema by its id
   * @param ofTopologies whether topologies alone write them, and so by this schema or by versions
   *     of it, not by one with other fields in front
   */
  RowCodec(
      Class<? extends SpecificRecord> type, IntFunction<Schema> schemas, boolean ofTopologies) {
    GeneratedTypes.trust();
    this.type = type;
    this.model = SpecificData.getForClass(type);
    this.schema = model.getSchema(type);
    this.schemas = schemas;
    this.beginsWithKey =
        ofTopologies && schema.getFields().getFirst().schema().getType() == Schema.Type.STRING;
    this.writer = new SpecificDatumWriter<>(schema, model);
    byId.put(OWN_SCHEMA, written(schema, true));
  }

  /**
   * Whether bytes say for sure that they begin with the id of a schema, one that is known. A bare
   * body cannot look so, since it begins with the length of a key, which is not empty.
   */
  boolean saysItsSchema(byte[] value) {
    return beginsWithKey
        && WireFormat.isFramed(value)
        && byId.containsKey(WireFormat.schemaId(value));
  }

  /**
   * Whether bytes are a row of this type, which is found out without making it.
   *
   * @throws SerializationException when they are none
   */
  void check(byte[] value, BinaryDecoder reused) {
    int id = WireFormat.schemaId(value);
    Written written = written(id);
    try {
      BinaryDecoder in = decoder(value, 0, value.length, reused);
      GenericDatumReader.skip(written.schema(), in);
      if (!in.isEnd()) {
        throw new SerializationException("bytes are left over behind the " + type.getSimpleName());
      }
    } catch (IOException | RuntimeException e) {
      throw new SerializationException(
          "no " + type.getSimpleName() + " of schema id " + id + ": " + e.getMessage(), e);
    }
  }

  /** The row that bytes are, which were checked before. */
  SpecificRecord decode(byte[] bytes, int from, int to) {
    int id = ByteBuffer.wrap(bytes).getInt(from + 1);
    try {
      return written(id).reader().read(null, decoder(bytes, from, to, null));
    } catch (IOException e) {
      throw new UncheckedIOException("a row of schema id " + id, e);
    }
  }

  /** Hands over the body of a row, written anew where it was written by another schema. */
  void body(byte[] bytes, int from, int to, Table.Bodies taker) {
    if (written(ByteBuffer.wrap(bytes).getInt(from + 1)).own()) {
      taker.take(bytes, from + WireFormat.PREFIX_LENGTH);
    } else {
      taker.take(encode(decode(bytes, from, to)), WireFormat.PREFIX_LENGTH);
    }
  }

  /** A row as bytes, without a registry. */
  byte[] encode(SpecificRecord row) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    BinaryEncoder out = EncoderFactory.get().directBinaryEncoder(bytes, null);
    try {
      writer.write(row, out);
      out.flush();
      return WireFormat.frame(OWN_SCHEMA, bytes.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static BinaryDecoder decoder(byte[] bytes, int from, int to, BinaryDecoder reused) {
    int body = from + WireFormat.PREFIX_LENGTH;
    return DecoderFactory.get().binaryDecoder(bytes, body, to - body, reused);
  }

  private Written written(int id) {
    Written known = byId.get(id);
    if (known == null) {
      Schema by = compatible(schemas.apply(id), id);
      known = written(by, hasSameBodies(by));
      byId.put(id, known);
    }
    return known;
  }

  private Written written(Schema by, boolean own) {
    return new Written(by, new SpecificDatumReader<>(by, schema, model), own);
  }

  private boolean hasSameBodies(Schema by) {
    return SchemaNormalization.toParsingForm(by).equals(SchemaNormalization.toParsingForm(schema));
  }

  private Schema compatible(Schema by, int id) {
    var result = SchemaCompatibility.checkReaderWriterCompatibility(schema, by).getResult();
    if (!result.getIncompatibilities().isEmpty()) {
      throw new SerializationException(
          "schema id "
              + id
              + " is no version of "
              + schema.getFullName()
              + ": "
              + result.getIncompatibilities().getFirst().getMessage());
    }
    return by;
  }
}
