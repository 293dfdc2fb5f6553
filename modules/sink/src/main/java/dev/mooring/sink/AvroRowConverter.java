package dev.mooring.sink;

import dev.mooring.registry.AvroDeserializer;
import dev.mooring.registry.RegistryUnavailableException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaAndValue;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.errors.RetriableException;
import org.apache.kafka.connect.storage.Converter;

/**
 * Reads the rows of Mooring's topics for Kafka Connect: flat Avro records in the Confluent wire
 * format. It is configured by the keys of Confluent's converter ({@code
 * value.converter.schema.registry.url}), and works with any registry that speaks that protocol. It
 * only reads: a source connector cannot write with it.
 *
 * <p>While the registry cannot be reached it asks Connect to try again, for as long as {@code
 * errors.retry.timeout} allows. Bytes that are no such record are a {@link DataException}.
 */
public final class AvroRowConverter implements Converter {

  private final AvroDeserializer deserializer = new AvroDeserializer();
  private final Map<org.apache.avro.Schema, RowShape> shapes = new ConcurrentHashMap<>();

  /** To be configured. */
  public AvroRowConverter() {}

  @Override
  public void configure(Map<String, ?> settings, boolean isKey) {
    deserializer.configure(settings, isKey);
  }

  @Override
  public SchemaAndValue toConnectData(String topic, byte[] value) {
    return connect(topic, () -> deserializer.deserialize(topic, value));
  }

  @Override
  public SchemaAndValue toConnectData(String topic, Headers headers, byte[] value) {
    return connect(topic, () -> deserializer.deserialize(topic, headers, value));
  }

  private SchemaAndValue connect(String topic, Supplier<Object> read) {
    Object row = read(topic, read);
    if (row == null) {
      return SchemaAndValue.NULL;
    }
    if (!(row instanceof GenericRecord record)) {
      throw new DataException(
          "topic " + topic + " holds '" + row + "', should hold records of Avro");
    }
    RowShape shape = shapes.computeIfAbsent(record.getSchema(), RowShape::of);
    return new SchemaAndValue(shape.schema(), shape.struct(record));
  }

  private static Object read(String topic, Supplier<Object> read) {
    try {
      return read.get();
    } catch (RegistryUnavailableException e) {
      throw new RetriableException(
          "no registry to read topic " + topic + " with: " + e.getMessage(), e);
    } catch (KafkaException e) {
      throw new DataException(e.getMessage(), e);
    }
  }

  @Override
  public byte[] fromConnectData(String topic, Schema schema, Object value) {
    throw new DataException(
        getClass().getName() + " only reads; rows of topic " + topic + " are the topology's");
  }

  @Override
  public void close() {
    deserializer.close();
  }
}
