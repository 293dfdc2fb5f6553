package dev.mooring.view;

import dev.mooring.contract.GeneratedTypes;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.utils.Utils;

/** Turns bytes into records with the deserializer that the configuration names. */
final class ValueDecoder implements AutoCloseable {

  private static final String DESERIALIZER = "dev.mooring.registry.AvroDeserializer";

  private final Deserializer<?> deserializer;

  ValueDecoder(ViewConfig config) {
    GeneratedTypes.trust();
    Object chosen =
        config
            .consumer()
            .getOrDefault(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, DESERIALIZER);
    this.deserializer = instance(chosen);
    Map<String, Object> settings = new HashMap<>(config.registry());
    settings.put("specific.avro.reader", true);
    deserializer.configure(settings, false);
  }

  /**
   * The value of a record; null for a tombstone.
   *
   * @throws RuntimeException when the bytes are none that the deserializer understands
   */
  SpecificRecord decode(ConsumerRecord<byte[], byte[]> record) {
    return (SpecificRecord)
        deserializer.deserialize(record.topic(), record.headers(), record.value());
  }

  @Override
  public void close() {
    deserializer.close();
  }

  private static Deserializer<?> instance(Object chosen) {
    try {
      Class<?> type =
          chosen instanceof Class<?> given ? given : Class.forName(chosen.toString().strip());
      return (Deserializer<?>) Utils.newInstance(type);
    } catch (ClassNotFoundException missing) {
      throw new IllegalArgumentException(
          "value.deserializer: " + chosen + " is not on the class path", missing);
    }
  }
}
