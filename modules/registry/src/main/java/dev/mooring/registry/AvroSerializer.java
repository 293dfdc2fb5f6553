package dev.mooring.registry;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.Incompatibility;
import org.apache.avro.io.DatumWriter;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Writes Avro records, generated or generic, and primitive values in the Confluent wire format. It
 * is configured by Confluent's keys and safe for several threads. The registry is asked once for a
 * topic and schema; null stays null.
 */
public final class AvroSerializer implements Serializer<Object> {

  private record Target(String topic, Class<?> type, Schema schema) {}

  private final Map<Target, Encoding> encodings = new ConcurrentHashMap<>();
  private final RegistryHandle registry;
  private SerdeConfig config;

  /** Most topics have one schema: the last encoding fits without a look into the map. */
  private volatile Encoding last;

  /** To be configured; it then has a registry client of its own. */
  public AvroSerializer() {
    this(new RegistryHandle());
  }

  /** With a client that stays its giver's to close. */
  public AvroSerializer(SchemaRegistryClient client, Map<String, ?> settings, boolean isKey) {
    this(RegistryHandle.lent(client));
    configure(settings, isKey);
  }

  AvroSerializer(RegistryHandle registry) {
    this.registry = registry;
  }

  @Override
  public void configure(Map<String, ?> settings, boolean isKey) {
    config = SerdeConfig.from(settings, isKey);
    registry.configure(settings);
  }

  /**
   * Writes a datum.
   *
   * @throws SerializationException when the datum does not fit its schema
   * @throws RegistryException when its schema cannot be registered or found
   */
  @Override
  public byte[] serialize(String topic, Object datum) {
    if (datum == null) {
      return null;
    }
    Encoding encoding = encoding(topic, datum);
    try {
      return EncodingBuffer.ofThread().encode(encoding.schemaId(), encoding.writer(), datum);
    } catch (IOException | RuntimeException e) {
      throw new SerializationException(
          "cannot write a "
              + datum.getClass().getName()
              + " to topic "
              + topic
              + " with schema id "
              + encoding.schemaId()
              + ": "
              + e.getMessage(),
          e);
    }
  }

  private Encoding encoding(String topic, Object datum) {
    Schema schema = Encoding.schemaOf(topic, datum);
    Encoding encoding = last;
    if (encoding == null || !encoding.fits(topic, datum.getClass(), schema)) {
      Target target = new Target(topic, datum.getClass(), schema);
      encoding = encodings.get(target);
      if (encoding == null) {
        encoding = prepare(target);
        encodings.put(target, encoding);
      }
      last = encoding;
    }
    return encoding;
  }

  private Encoding prepare(Target target) {
    Schema schema = target.schema();
    String subject = config.strategy().subject(target.topic(), config.isKey(), schema);
    if (!config.autoRegister() && config.useLatest()) {
      return byLatest(target, registry.client().latest(subject));
    }
    int id =
        config.autoRegister()
            ? registry.client().register(subject, schema, config.normalize())
            : lookup(subject, schema);
    return encoding(target, id, Encoding.writer(target.type(), schema));
  }

  private int lookup(String subject, Schema schema) {
    try {
      return registry.client().lookup(subject, schema, config.normalize());
    } catch (SchemaNotFoundException e) {
      throw new SchemaNotFoundException(
          e.getMessage()
              + "; register the schema first, or set "
              + SerdeConfig.AUTO_REGISTER
              + "=true");
    }
  }

  private static Encoding byLatest(Target target, RegisteredSchema latest) {
    List<Incompatibility> problems =
        SchemaCompatibility.checkReaderWriterCompatibility(latest.schema(), target.schema())
            .getResult()
            .getIncompatibilities();
    if (!problems.isEmpty()) {
      throw new IncompatibleSchemaException(
          "a "
              + target.schema().getFullName()
              + " cannot be written as version "
              + latest.version()
              + " of subject "
              + latest.subject()
              + ", the latest: "
              + problems.getFirst().getMessage()
              + " at "
              + problems.getFirst().getLocation());
    }
    return encoding(
        target, latest.id(), Encoding.writer(target.type(), target.schema(), latest.schema()));
  }

  private static Encoding encoding(Target target, int id, DatumWriter<Object> writer) {
    return new Encoding(target.topic(), target.type(), target.schema(), id, writer);
  }

  @Override
  public void close() {
    registry.close();
  }
}
