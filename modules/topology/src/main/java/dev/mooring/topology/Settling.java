package dev.mooring.topology;

import dev.mooring.contract.Topics;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/**
 * Waits until the topology has committed everything that was published before: hop by hop, since
 * what one stage sends is read by the next. The withdrawals hop is waited for until it is empty:
 * its messages may call for more of their kind.
 */
public final class Settling {

  /** Is told how many records are still to be read, hop by hop. */
  @FunctionalInterface
  public interface Progress {

    /** So many records of a topic are to be read yet. */
    void left(String topic, long records);
  }

  private static final Duration PAUSE = Duration.ofMillis(20);

  private final Admin admin;
  private final String applicationId;

  /** Of a lane, seen through an admin client that the caller closes. */
  public Settling(Admin admin, String applicationId) {
    this.admin = admin;
    this.applicationId = applicationId;
  }

  /**
   * Waits.
   *
   * @return whether all was committed in that time
   */
  public boolean await(Duration atMost, Progress progress) throws InterruptedException {
    long giveUp = System.nanoTime() + atMost.toNanos();
    List<String> hops =
        List.of(
            Topics.EVENTS.name(),
            Nodes.topic(applicationId, Nodes.WITHDRAWALS),
            Nodes.topic(applicationId, Nodes.DIFFERENCES));
    for (String topic : hops) {
      boolean feedsItself = topic.equals(Nodes.topic(applicationId, Nodes.WITHDRAWALS));
      if (!awaitHop(topic, feedsItself, giveUp, progress)) {
        return false;
      }
    }
    return true;
  }

  private boolean awaitHop(String topic, boolean feedsItself, long giveUp, Progress progress)
      throws InterruptedException {
    Map<TopicPartition, Long> ends = readableEnds(topic);
    while (true) {
      long left = left(ends);
      if (left == 0 && feedsItself) {
        ends = readableEnds(topic);
        left = left(ends);
      }
      if (left == 0) {
        return true;
      }
      progress.left(topic, left);
      if (System.nanoTime() > giveUp) {
        return false;
      }
      Thread.sleep(PAUSE);
    }
  }

  /** Partitions in which nothing can be read count as settled. */
  private long left(Map<TopicPartition, Long> ends) throws InterruptedException {
    Map<TopicPartition, OffsetAndMetadata> committed =
        get(admin.listConsumerGroupOffsets(applicationId).partitionsToOffsetAndMetadata());
    long left = 0;
    for (Map.Entry<TopicPartition, Long> end : ends.entrySet()) {
      long done =
          Optional.ofNullable(committed.get(end.getKey()))
              .map(OffsetAndMetadata::offset)
              .orElse(0L);
      left += Math.max(0, end.getValue() - done);
    }
    return left;
  }

  private Map<TopicPartition, Long> readableEnds(String topic) throws InterruptedException {
    if (!get(admin.listTopics().names()).contains(topic)) {
      return Map.of();
    }
    int partitions =
        get(admin.describeTopics(List.of(topic)).allTopicNames()).get(topic).partitions().size();
    Set<TopicPartition> all =
        java.util.stream.IntStream.range(0, partitions)
            .mapToObj(partition -> new TopicPartition(topic, partition))
            .collect(Collectors.toSet());
    Map<TopicPartition, Long> ends = offsets(all, OffsetSpec.latest(), isolation(topic));
    Map<TopicPartition, Long> starts = offsets(all, OffsetSpec.earliest(), isolation(topic));
    ends.entrySet().removeIf(end -> end.getValue() <= starts.get(end.getKey()));
    return ends;
  }

  /**
   * What somebody may yet abort has not been published. But what the topology itself has written
   * counts before its markers are everywhere: the group's offsets may show earlier than those.
   */
  private static IsolationLevel isolation(String topic) {
    return topic.equals(Topics.EVENTS.name())
        ? IsolationLevel.READ_COMMITTED
        : IsolationLevel.READ_UNCOMMITTED;
  }

  private Map<TopicPartition, Long> offsets(
      Collection<TopicPartition> partitions, OffsetSpec spec, IsolationLevel isolation)
      throws InterruptedException {
    Map<TopicPartition, OffsetSpec> asked =
        partitions.stream().collect(Collectors.toMap(partition -> partition, none -> spec));
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
