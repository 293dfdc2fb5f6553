package dev.mooring.view;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Records that are no rows, until a later record of the same key takes their place. */
final class Unreadable {

  private record Key(String topic, ByteBuffer key) {

    static Key of(ConsumerRecord<byte[], byte[]> record) {
      byte[] key = record.key() == null ? new byte[0] : record.key();
      return new Key(record.topic(), ByteBuffer.wrap(key));
    }
  }

  private final Map<Key, String> places = new LinkedHashMap<>();

  /** A record could not be read. */
  void add(ConsumerRecord<byte[], byte[]> record, RuntimeException why) {
    places.put(Key.of(record), text(record, why));
  }

  /** A record could be read. */
  void replaced(ConsumerRecord<byte[], byte[]> record) {
    if (!places.isEmpty()) {
      places.remove(Key.of(record));
    }
  }

  /** What is wrong at present, in words; empty when nothing is. */
  Optional<String> trouble() {
    return places.values().stream()
        .findFirst()
        .map(
            first ->
                places.size() == 1 ? first : first + "; and %d more".formatted(places.size() - 1));
  }

  static String text(ConsumerRecord<byte[], byte[]> record, RuntimeException why) {
    return "topic %s, partition %d, offset %d: not a row: %s"
        .formatted(record.topic(), record.partition(), record.offset(), why.getMessage());
  }
}
