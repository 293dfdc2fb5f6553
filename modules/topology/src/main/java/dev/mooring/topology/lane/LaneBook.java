package dev.mooring.topology.lane;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.mooring.contract.Lane;
import dev.mooring.contract.Topics;
import dev.mooring.contract.row.LaneRow;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * The lane records of a cluster. It reads what is new whenever it is asked; several threads may
 * ask.
 */
public final class LaneBook implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(100);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Deserializer<Object> values;
  private final Map<String, LaneRow> records = new TreeMap<>();

  /**
   * Of a cluster.
   *
   * @param connection settings of a consumer: how to reach the cluster
   * @param values makes {@link LaneRow}s; closed along with this
   */
  public LaneBook(Map<String, ?> connection, Deserializer<Object> values) {
    this.values = values;
    Map<String, Object> settings = new HashMap<>(connection);
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
    settings.remove(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG);
    this.consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  /**
   * The records by lane, all that were committed before now among them.
   *
   * @throws org.apache.kafka.common.KafkaException when the cluster does not answer
   */
  public synchronized Map<String, LaneRow> current() {
    if (isAssigned()) {
      Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
      long giveUp = System.nanoTime() + PATIENCE.toNanos();
      while (!isReadTo(ends)) {
        if (System.nanoTime() - giveUp > 0) {
          throw new TimeoutException(
              "%s could not be read within %d s"
                  .formatted(Topics.LANES.name(), PATIENCE.toSeconds()));
        }
        consumer.poll(POLL).forEach(this::take);
      }
    }
    return Map.copyOf(records);
  }

  /** The record of a lane. */
  public Optional<LaneRow> of(Lane lane) {
    return Optional.ofNullable(current().get(lane.name()));
  }

  @Override
  public synchronized void close() {
    consumer.close(
        CloseOptions.timeout(Duration.ZERO)); // no fetch is waited for, and no group left
    values.close();
  }

  /** Where there is no such topic, there is no lane but the live one. */
  private boolean isAssigned() {
    if (consumer.assignment().isEmpty()) {
      List<PartitionInfo> found = consumer.partitionsFor(Topics.LANES.name());
      List<TopicPartition> partitions =
          found == null
              ? List.of()
              : found.stream()
                  .map(info -> new TopicPartition(info.topic(), info.partition()))
                  .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
    }
    return !consumer.assignment().isEmpty();
  }

  private boolean isReadTo(Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
  }

  private void take(ConsumerRecord<byte[], byte[]> record) {
    String lane = new String(record.key(), UTF_8);
    if (record.value() == null) {
      records.remove(lane);
    } else {
      records.put(
          lane, (LaneRow) values.deserialize(record.topic(), record.headers(), record.value()));
    }
  }
}
