package dev.mooring.topology;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * How far topics go, and how far a group has come.
 *
 * @param admin its giver closes it
 */
record ClusterOffsets(Admin admin) {

  /** The ends of those partitions of existing topics in which there is something. */
  Map<TopicPartition, Long> ends(Collection<String> topics, IsolationLevel isolation)
      throws InterruptedException {
    List<TopicPartition> partitions = new ArrayList<>();
    for (Map.Entry<String, KafkaFuture<TopicDescription>> asked :
        admin.describeTopics(topics).topicNameValues().entrySet()) {
      partitions.addAll(partitions(asked.getKey(), asked.getValue()));
    }
    Map<TopicPartition, Long> starts = offsets(partitions, OffsetSpec.earliest(), isolation);
    Map<TopicPartition, Long> ends = offsets(partitions, OffsetSpec.latest(), isolation);
    ends.entrySet().removeIf(end -> end.getValue() <= starts.get(end.getKey()));
    return ends;
  }

  /** How far a group is behind some ends, where it is. */
  Map<TopicPartition, Long> behind(String group, Map<TopicPartition, Long> ends)
      throws InterruptedException {
    Map<TopicPartition, OffsetAndMetadata> committed =
        get(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
    Map<TopicPartition, Long> left = new HashMap<>();
    ends.forEach(
        (partition, end) -> {
          OffsetAndMetadata done = committed.get(partition);
          long behind = end - (done == null ? 0 : done.offset());
          if (behind > 0) {
            left.put(partition, behind);
          }
        });
    return left;
  }

  /**
   * None of a topic that is not there. Of one that may not be seen it fails: a list of topics would
   * leave that out, and what is in it would count as settled.
   */
  private static List<TopicPartition> partitions(String topic, KafkaFuture<TopicDescription> asked)
      throws InterruptedException {
    try {
      return IntStream.range(0, asked.get().partitions().size())
          .mapToObj(number -> new TopicPartition(topic, number))
          .toList();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof UnknownTopicOrPartitionException) {
        return List.of();
      }
      throw new IllegalStateException(
          topic + " cannot be described: " + e.getCause().getMessage(), e.getCause());
    }
  }

  private Map<TopicPartition, Long> offsets(
      Collection<TopicPartition> partitions, OffsetSpec spec, IsolationLevel isolation)
      throws InterruptedException {
    Map<TopicPartition, OffsetSpec> asked =
        partitions.stream().collect(Collectors.toMap(Function.identity(), none -> spec));
    Map<TopicPartition, Long> offsets = new HashMap<>();
    get(admin.listOffsets(asked, new ListOffsetsOptions(isolation)).all())
        .forEach((partition, found) -> offsets.put(partition, found.offset()));
    return offsets;
  }

  private static <T> T get(KafkaFuture<T> answer) throws InterruptedException {
    try {
      return answer.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(
          "the cluster does not answer: " + e.getCause().getMessage(), e.getCause());
    }
  }
}
