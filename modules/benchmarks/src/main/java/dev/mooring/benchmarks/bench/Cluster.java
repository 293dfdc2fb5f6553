package dev.mooring.benchmarks.bench;

import dev.mooring.contract.TopicSpec;
import dev.mooring.topology.FreshTopics;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartition;

/** What the bench asks of the broker beside records. */
final class Cluster implements AutoCloseable {

  private final Admin admin;

  Cluster(String bootstrap) {
    admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap));
  }

  /** Makes topics as the catalogue declares them, and returns when the broker tells of them. */
  void create(List<TopicSpec> topics) {
    get(admin.createTopics(topics.stream().map(Cluster::toBeMade).toList()).all());
    List<String> names = topics.stream().map(TopicSpec::name).toList();
    while (!get(admin.listTopics().names()).containsAll(names)) {
      Thread.onSpinWait();
    }
    awaitLed(topics);
  }

  private void awaitLed(List<TopicSpec> topics) {
    try {
      FreshTopics.awaitLed(
          admin, topics.stream().collect(Collectors.toMap(TopicSpec::name, TopicSpec::partitions)));
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while topics were made", e);
    }
  }

  /** The end offset of every topic, Kafka's own included, summed over its partitions. */
  Map<String, Long> endOffsets() {
    var topics = get(admin.listTopics(new ListTopicsOptions().listInternal(true)).names());
    Map<TopicPartition, OffsetSpec> partitions = new java.util.HashMap<>();
    get(admin.describeTopics(topics).allTopicNames())
        .forEach(
            (topic, description) ->
                description
                    .partitions()
                    .forEach(
                        partition ->
                            partitions.put(
                                new TopicPartition(topic, partition.partition()),
                                OffsetSpec.latest())));
    Map<String, Long> ends = new TreeMap<>();
    get(admin.listOffsets(partitions).all())
        .forEach((partition, end) -> ends.merge(partition.topic(), end.offset(), Long::sum));
    return ends;
  }

  /** The bytes that each topic's log takes on disk, summed over its partitions. */
  Map<String, Long> logBytes() {
    List<Integer> brokers = get(admin.describeCluster().nodes()).stream().map(Node::id).toList();
    Map<String, Long> bytes = new TreeMap<>();
    get(admin.describeLogDirs(brokers).allDescriptions()).values().stream()
        .flatMap(directories -> directories.values().stream())
        .forEach(
            directory ->
                directory
                    .replicaInfos()
                    .forEach((at, log) -> bytes.merge(at.topic(), log.size(), Long::sum)));
    return bytes;
  }

  @Override
  public void close() {
    admin.close();
  }

  private static NewTopic toBeMade(TopicSpec topic) {
    return new NewTopic(topic.name(), Optional.of(topic.partitions()), Optional.empty())
        .configs(topic.config());
  }

  private static <T> T get(KafkaFuture<T> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the broker was asked", e);
    }
  }
}
