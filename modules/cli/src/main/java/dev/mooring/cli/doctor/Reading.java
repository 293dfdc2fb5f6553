package dev.mooring.cli.doctor;

import dev.mooring.contract.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;

/**
 * Whether events can be read: one is fetched, by no group.
 *
 * @param settings of a consumer of committed records
 */
record Reading(Map<String, Object> settings) implements Check {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  @Override
  public String name() {
    return "read";
  }

  @Override
  public String advice() {
    return "is this principal a reader? `mooring topics plan --acls` shows what that takes";
  }

  @Override
  public List<Finding> look() {
    try (Consumer<byte[], byte[]> consumer = new KafkaConsumer<>(settings)) {
      List<PartitionInfo> found = consumer.partitionsFor(Topics.EVENTS.name(), PATIENCE);
      if (found == null || found.isEmpty()) {
        return List.of(Finding.skipped(name(), Topics.EVENTS.name() + " is not there"));
      }
      List<TopicPartition> partitions =
          found.stream().map(info -> new TopicPartition(info.topic(), info.partition())).toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, PATIENCE);
      return List.of(read(consumer, ends));
    }
  }

  private Finding read(Consumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends) {
    long giveUp = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() - giveUp < 0) {
      if (!consumer.poll(Duration.ofMillis(100)).isEmpty()) {
        return Finding.ok(name(), "an event was read; %d partitions".formatted(ends.size()));
      }
      if (ends.entrySet().stream()
          .allMatch(end -> consumer.position(end.getKey()) >= end.getValue())) {
        return Finding.ok(name(), "there is no event yet; %d partitions".formatted(ends.size()));
      }
    }
    return Finding.failed(
        name(),
        "no event came within %d s".formatted(PATIENCE.toSeconds()),
        "is a partition without a leader, or a transaction open? kafka-topics.sh --describe"
            + " --unavailable-partitions, kafka-transactions.sh find-hanging");
  }
}
