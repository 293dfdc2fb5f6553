package dev.mooring.benchmarks.streamsdsl;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/** Waits until an application has committed all that it was given, hop by hop. */
final class Hops {

  private static final Duration PAUSE = Duration.ofMillis(20);

  private final Admin admin;
  private final String group;

  /** Hops of a group; the caller closes the admin client. */
  Hops(Admin admin, String group) {
    this.admin = admin;
    this.group = group;
  }

  /** Waits until all is read that is in a topic now. */
  void awaitRead(String topic) throws Exception {
    Map<TopicPartition, Long> ends = ends(List.of(topic), IsolationLevel.READ_UNCOMMITTED);
    while (!isRead(ends)) {
      Thread.sleep(PAUSE);
    }
  }

  /** Waits until readers of committed records see all that is in topics now. */
  void awaitVisible(List<String> topics) throws Exception {
    Map<TopicPartition, Long> ends = ends(topics, IsolationLevel.READ_UNCOMMITTED);
    while (!isReached(ends, ends(topics, IsolationLevel.READ_COMMITTED))) {
      Thread.sleep(PAUSE);
    }
  }

  private boolean isRead(Map<TopicPartition, Long> ends) throws Exception {
    Map<TopicPartition, Long> done = new HashMap<>();
    get(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata())
        .forEach((partition, offset) -> done.put(partition, offset == null ? 0 : offset.offset()));
    return isReached(ends, done);
  }

  private static boolean isReached(
      Map<TopicPartition, Long> ends, Map<TopicPartition, Long> reached) {
    return ends.entrySet().stream()
        .allMatch(end -> reached.getOrDefault(end.getKey(), 0L) >= end.getValue());
  }

  private Map<TopicPartition, Long> ends(List<String> topics, IsolationLevel isolation)
      throws Exception {
    Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
    get(admin.describeTopics(topics).allTopicNames())
        .forEach(
            (topic, description) ->
                IntStream.range(0, description.partitions().size())
                    .forEach(
                        number ->
                            asked.put(new TopicPartition(topic, number), OffsetSpec.latest())));
    Map<TopicPartition, Long> ends = new HashMap<>();
    get(admin.listOffsets(asked, new ListOffsetsOptions(isolation)).all())
        .forEach((partition, found) -> ends.put(partition, found.offset()));
    return ends;
  }

  private static <T> T get(KafkaFuture<T> answer) throws InterruptedException {
    try {
      return answer.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the cluster does not answer", e.getCause());
    }
  }
}
