package dev.mooring.registry;

import dev.mooring.contract.GeneratedTypes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
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
 * threads. The registry is asked once for an id; null stays null.
 *
 * <p>Avro makes only classes that are trusted. Those of Mooring are; trust your own with Avro's
 * system property {@code org.apache.avro.SERIALIZABLE_PACKAGES}.
 */
public final class AvroDeserializer implements Deserializer<Object> {

  /** A decoder has buffers, which each thread keeps from record to record. */
  private static final ThreadLocal<BinaryDecoder> DECODERS = new ThreadLocal<>();

  private final Map<Integer, DatumReader<Object>> readers = new ConcurrentHashMap<>();
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
    return data == null ? null : read(topic, ByteBuffer.wrap(data));
  }

  @Override
  public Object deserialize(String topic, Headers headers, ByteBuffer data) {
    return data == null ? null : read(topic, data);
  }

  private Object read(String topic, ByteBuffer data) {
    if (!WireFormat.isFramed(data)) {
      throw new SerializationException(
          "cannot read a record of topic " + topic + ": " + WireFormat.problem(data));
    }
    int id = data.getInt(data.position() + 1);
    DatumReader<Object> reader = reader(id);
    try {
      return decode(reader, data);
    } catch (IOException | RuntimeException | StackOverflowError e) {
      // A record of a schema that contains itself may be nested deeper than any stack.
      throw new SerializationException(
          "cannot read a record of topic " + topic + " with schema id " + id + ": " + e, e);
    }
  }

  private Object decode(DatumReader<Object> reader, ByteBuffer data) throws IOException {
    BinaryDecoder decoder = decoder(data, DECODERS.get());
    DECODERS.set(decoder);
    Object datum = reader.read(null, decoder);
    if (!decoder.isEnd()) {
      throw new IOException("bytes are left over behind the record");
    }
    return datum;
  }

  private static BinaryDecoder decoder(ByteBuffer data, BinaryDecoder reuse) {
    int length = data.remaining() - WireFormat.PREFIX_LENGTH;
    if (data.hasArray()) {
      int offset = data.arrayOffset() + data.position() + WireFormat.PREFIX_LENGTH;
      return DecoderFactory.get().binaryDecoder(data.array(), offset, length, reuse);
    }
    byte[] copy = new byte[length];
    data.get(data.position() + WireFormat.PREFIX_LENGTH, copy);
    return DecoderFactory.get().binaryDecoder(copy, reuse);
  }

  private DatumReader<Object> reader(int id) {
    DatumReader<Object> reader = readers.get(id);
    if (reader == null) {
      reader = reader(registry.client().schemaById(id));
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
