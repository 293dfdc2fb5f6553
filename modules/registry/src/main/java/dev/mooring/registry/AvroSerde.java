package dev.mooring.registry;

import java.nio.ByteBuffer;
import java.util.Map;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;

/**
 * An {@link AvroSerializer} and an {@link AvroDeserializer} with one registry client between them.
 * It may be shared by all threads of a Kafka Streams application.
 */
public final class AvroSerde implements Serde<Object> {

  private final RegistryHandle registry;
  private final AvroSerializer serializer;
  private final AvroDeserializer deserializer;

  /** To be configured; it then has a registry client of its own. */
  public AvroSerde() {
    this(new RegistryHandle());
  }

  /** With a client that stays its giver's to close. */
  public AvroSerde(SchemaRegistryClient client, Map<String, ?> settings, boolean isKey) {
    this(RegistryHandle.lent(client));
    configure(settings, isKey);
  }

  private AvroSerde(RegistryHandle registry) {
    this.registry = registry;
    this.serializer = new AvroSerializer(registry);
    this.deserializer = new AvroDeserializer(registry);
  }

  /** The same for data of one class; reading another is a {@link ClassCastException}. */
  public <T> Serde<T> forType(Class<T> type) {
    return Serdes.serdeFrom(
        (topic, datum) -> serializer.serialize(topic, datum), new Typed<>(type, deserializer));
  }

  /** Hands headers on, which may name the schema. */
  private record Typed<T>(Class<T> type, AvroDeserializer any) implements Deserializer<T> {

    @Override
    public T deserialize(String topic, byte[] data) {
      return type.cast(any.deserialize(topic, data));
    }

    @Override
    public T deserialize(String topic, Headers headers, byte[] data) {
      return type.cast(any.deserialize(topic, headers, data));
    }

    @Override
    public T deserialize(String topic, Headers headers, ByteBuffer data) {
      return type.cast(any.deserialize(topic, headers, data));
    }
  }

  @Override
  public void configure(Map<String, ?> settings, boolean isKey) {
    serializer.configure(settings, isKey);
    deserializer.configure(settings, isKey);
  }

  @Override
  public Serializer<Object> serializer() {
    return serializer;
  }

  @Override
  public Deserializer<Object> deserializer() {
    return deserializer;
  }

  @Override
  public void close() {
    registry.close();
  }
}
