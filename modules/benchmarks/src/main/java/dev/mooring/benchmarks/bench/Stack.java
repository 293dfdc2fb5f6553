package dev.mooring.benchmarks.bench;

import dev.mooring.contract.TopicSpec;
import dev.mooring.contract.Topics;
import dev.mooring.devstack.RegistryDistribution;
import dev.mooring.registry.RegistryConfig;
import dev.mooring.registry.SchemaRegistryClient;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The broker and the registry of a bench, in processes of their own. */
public final class Stack implements AutoCloseable {

  private final ChildJvm broker;
  private final String bootstrap;
  private final String registry;
  private final Cluster cluster;

  private Stack(ChildJvm broker) {
    this.broker = broker;
    String[] addresses = broker.expect(StackMain.READY).split(" ", 2);
    this.bootstrap = addresses[0];
    this.registry = addresses[1];
    this.cluster = new Cluster(bootstrap);
  }

  /** Starts both, and makes all topics of the catalogue with so many partitions. */
  public static Stack start(Path dir, int partitions) {
    String home = "-D" + RegistryDistribution.HOME_PROPERTY + "=" + RegistryDistribution.find();
    ChildJvm broker =
        ChildJvm.start(
            dir, List.of("-Xmx1g", home), StackMain.class, dir.resolve("stack").toString());
    try {
      Stack stack = new Stack(broker);
      stack.cluster.create(
          Topics.all().stream().map(topic -> topic.withPartitions(partitions)).toList());
      return stack;
    } catch (RuntimeException e) {
      broker.close();
      throw e;
    }
  }

  public String bootstrap() {
    return bootstrap;
  }

  public String registry() {
    return registry;
  }

  /** Registers the schema of a topic's values and gives its id. */
  public int register(TopicSpec topic) {
    try (SchemaRegistryClient client =
        new SchemaRegistryClient(RegistryConfig.from(Map.of(RegistryConfig.URL, registry)))) {
      return client.register(topic.subject(), topic.schema().orElseThrow());
    }
  }

  /** What the broker said last, for whoever wonders why it does not answer. */
  String lastWords() {
    try {
      return "broker: " + broker.lastWords();
    } catch (IOException e) {
      return "broker: its log cannot be read: " + e.getMessage();
    }
  }

  /** Processor seconds of the broker since it began. */
  public double brokerCpuSeconds() {
    return broker.cpuSeconds();
  }

  /** The end offset of every topic, Kafka's own included, summed over its partitions. */
  Map<String, Long> endOffsets() {
    return cluster.endOffsets();
  }

  /** The bytes that each topic's log takes on disk, Kafka's own included. */
  Map<String, Long> logBytes() {
    return cluster.logBytes();
  }

  @Override
  public void close() {
    try (broker;
        cluster) {
      // closed in turn, each even when the one before fails
    }
  }
}
