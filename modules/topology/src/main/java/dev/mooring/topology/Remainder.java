package dev.mooring.topology;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Looks whether there are committed records between two offsets.
 *
 * <p>A group cannot show that there are none: a task that starts right before the mark of a
 * transaction commits nothing until it has processed a record of that partition.
 */
final class Remainder implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(200);
  private static final int POLLS = 5;

  private final KafkaConsumer<byte[], byte[]> consumer;

  Remainder(Map<String, ?> settings) {
    Map<String, Object> all = new HashMap<>(settings);
    all.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    all.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    all.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    all.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    all.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    all.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    all.remove(ConsumerConfig.GROUP_ID_CONFIG);
    this.consumer = new KafkaConsumer<>(all);
  }

  /** Whether there are none; false, too, while a transaction is open between them. */
  boolean isEmpty(TopicPartition partition, long from, long end) {
    consumer.assign(List.of(partition));
    consumer.seek(partition, from);
    for (int poll = 0; poll < POLLS; poll++) {
      if (!consumer.poll(POLL).isEmpty()) {
        return false;
      }
      if (consumer.position(partition) >= end) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void close() {
    consumer.close(
        CloseOptions.timeout(Duration.ZERO)); // no fetch is waited for, and no group left
  }
}
