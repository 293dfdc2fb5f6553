package dev.mooring.registry;

import dev.mooring.contract.GeneratedTypes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * Reads the Confluent wire format as generic records or, with {@code specific.avro.reader}, as the
 * generated classes of the same names. It is configured by Confluent's keys and safe for several
 * threads. The registry is asked once for an id; null stays null. Where a header names the schema
 * ({@link SchemaHeader}), the bytes are taken for the bare encoding.
 *
 * <p>Avro makes only classes that are trusted. Those of Mooring are; trust your own with Avro's
 * system property {@code org.apache.avro.SERIALIZABLE_PACKAGES}.
 */
public final class AvroDeserializer implements Deserializer<Object> {

  /** A decoder has buffers, which each thread keeps from record to record. */
  private static final ThreadLocal<BinaryDecoder> DECODERS = new ThreadLocal<>();

  private final Map<SchemaId, DatumReader<Object>> readers = new ConcurrentHashMap<>();
  private final RegistryHandle registry;
  private SerdeConfig config;

  /** To be configured; it then has a registry client of its own. */
  public AvroDeserializer() {
    this(new RegistryHandle());
  }

  /** With a client that stays its giver's to close. */
  public AvroDeserializer(SchemaRegistryClient client, Map<String, ?> settings, boolean isKey) {
    this(RegistryHandle.lent(client));
    configure(settings, isKey);
  }

  AvroDeserializer(RegistryHandle registry) {
    this.registry = registry;
  }

  @Override
  public void configure(Map<String, ?> settings, boolean isKey) {
    GeneratedTypes.trust();
    config = SerdeConfig.from(settings, isKey);
    registry.configure(settings);
  }

  @Override
  public Object deserialize(String topic, byte[] data) {
    return data == null ? null : framed(topic, ByteBuffer.wrap(data));
  }

  @Override
  public Object deserialize(String topic, Headers headers, byte[] data) {
    return data == null ? null : deserialize(topic, headers, ByteBuffer.wrap(data));
  }

  @Override
  public Object deserialize(String topic, Headers headers, ByteBuffer data) {
    if (data == null) {
      return null;
    }
    Optional<SchemaId> named = named(topic, headers);
    return named.isPresent() ? read(topic, named.get(), data, 0) : framed(topic, data);
  }

  private Optional<SchemaId> named(String topic, Headers headers) {
    try {
      return SchemaHeader.find(headers, config.isKey());
    } catch (SerializationException e) {
      throw new SerializationException(
          "cannot read a record of topic " + topic + ": " + e.getMessage(), e);
    }
  }

  private Object framed(String topic, ByteBuffer data) {
    if (!WireFormat.isFramed(data)) {
      throw new SerializationException(
          "cannot read a record of topic " + topic + ": " + WireFormat.problem(data));
    }
    SchemaId id = new SchemaId.Numeric(data.getInt(data.position() + 1));
    return read(topic, id, data, WireFormat.PREFIX_LENGTH);
  }

  private Object read(String topic, SchemaId id, ByteBuffer data, int from) {
    DatumReader<Object> reader = reader(id);
    try {
      return decode(reader, data, from);
    } catch (IOException | RuntimeException | StackOverflowError e) {
      // A record of a schema that contains itself may be nested deeper than any stack.
      throw new SerializationException(
          "cannot read a record of topic " + topic + " with schema " + id + ": " + e, e);
    }
  }

  private Object decode(DatumReader<Object> reader, ByteBuffer data, int from) throws IOException {
    BinaryDecoder decoder = decoder(data, from, DECODERS.get());
    DECODERS.set(decoder);
    Object datum = reader.read(null, decoder);
    if (!decoder.isEnd()) {
      throw new IOException("bytes are left over behind the record");
    }
    return datum;
  }

  private static BinaryDecoder decoder(ByteBuffer data, int from, BinaryDecoder reuse) {
    int length = data.remaining() - from;
    if (data.hasArray()) {
      int offset = data.arrayOffset() + data.position() + from;
      return DecoderFactory.get().binaryDecoder(data.array(), offset, length, reuse);
    }
    byte[] copy = new byte[length];
    data.get(data.position() + from, copy);
    return DecoderFactory.get().binaryDecoder(copy, reuse);
  }

  private DatumReader<Object> reader(SchemaId id) {
    DatumReader<Object> reader = readers.get(id);
    if (reader == null) {
      reader = reader(registry.client().schema(id));
      readers.put(id, reader);
    }
    return reader;
  }

  private DatumReader<Object> reader(Schema written) {
    if (!config.specificReader() || written.getType() != Schema.Type.RECORD) {
      return new GenericDatumReader<>(written);
    }
    Class<?> type = SpecificData.get().getClass(written);
    if (type == null) {
      throw new SerializationException(
          SerdeConfig.SPECIFIC_READER
              + ": no class "
              + written.getFullName()
              + " on the class path, should be one generated from the schema");
    }
    SpecificData model = SpecificData.getForClass(type);
    return new SpecificDatumReader<>(written, model.getSchema(type), model);
  }

  @Override
  public void close() {
    registry.close();
  }
}
