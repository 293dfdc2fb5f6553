package dev.mooring.topology;

import dev.mooring.contract.Lane;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * What a running topology needs to know.
 *
 * @param bootstrapServers where the brokers are: {@code host:port}, comma separated
 * @param applicationId name of the lane in Kafka: prefix of its internal topics, and its group
 * @param lane where the rows go
 * @param partitions number of partitions of the events topic and of the topics of rows
 * @param stateDirectory where the instance keeps its identity; one directory an instance
 * @param threads stream threads of this instance
 * @param commitInterval how long differences add up before they are sent: the shorter, the sooner
 *     rows are seen; the longer, the fewer records
 * @param store where relationships are kept while it runs
 * @param rowSerializer class name of the serializer of rows; it is configured with {@code registry}
 * @param registry settings of the schema registry, by Confluent's names
 * @param kafka settings passed through to Kafka Streams and its clients; they win over ours, but
 *     for {@link OwnSettings}, which are refused
 */
public record TopologyConfig(
    String bootstrapServers,
    String applicationId,
    Lane lane,
    int partitions,
    Path stateDirectory,
    int threads,
    Duration commitInterval,
    RelationshipStore store,
    String rowSerializer,
    Map<String, String> registry,
    Map<String, String> kafka) {

  /** The application.id of the live lane, unless told otherwise. */
  public static final String LIVE = "mooring";

  /** Live: rows are seen within a quarter of a second. */
  public static final Duration LIVE_COMMIT_INTERVAL = Duration.ofMillis(100);

  private static final String SERIALIZER = "dev.mooring.registry.AvroSerializer";

  public TopologyConfig {
    requireText("bootstrap servers", bootstrapServers);
    requireText("application id", applicationId);
    requireAtLeastOne("partitions", partitions);
    requireAtLeastOne("threads", threads);
    if (commitInterval.isNegative() || commitInterval.isZero()) {
      throw new IllegalArgumentException(
          "commit interval: " + commitInterval + ", should be more than zero");
    }
    registry = Map.copyOf(registry);
    kafka = Map.copyOf(kafka);
    OwnSettings.requireNone(kafka);
  }

  /** Of an application that writes the rows of the live lane, with relationships on the heap. */
  public TopologyConfig(
      String bootstrapServers,
      String applicationId,
      int partitions,
      Path stateDirectory,
      int threads,
      Duration commitInterval,
      String rowSerializer,
      Map<String, String> registry,
      Map<String, String> kafka) {
    this(
        bootstrapServers,
        applicationId,
        Lane.LIVE,
        partitions,
        stateDirectory,
        threads,
        commitInterval,
        new RelationshipStore.Heap(),
        rowSerializer,
        registry,
        kafka);
  }

  /** The same with another store. */
  public TopologyConfig with(RelationshipStore otherStore) {
    return new TopologyConfig(
        bootstrapServers,
        applicationId,
        lane,
        partitions,
        stateDirectory,
        threads,
        commitInterval,
        otherStore,
        rowSerializer,
        registry,
        kafka);
  }

  /** The same, of another application that writes the rows of a lane. */
  public TopologyConfig in(Lane other, String otherApplicationId, Duration otherCommitInterval) {
    return new TopologyConfig(
        bootstrapServers,
        otherApplicationId,
        other,
        partitions,
        stateDirectory,
        threads,
        otherCommitInterval,
        store,
        rowSerializer,
        registry,
        kafka);
  }

  /** The usual configuration for a cluster. */
  public static TopologyConfig of(
      String bootstrapServers, String registryUrl, int partitions, Path stateDirectory) {
    return new TopologyConfig(
        bootstrapServers,
        LIVE,
        partitions,
        stateDirectory,
        1,
        LIVE_COMMIT_INTERVAL,
        SERIALIZER,
        Map.of("schema.registry.url", registryUrl),
        Map.of());
  }

  private static void requireText(String name, String value) {
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException(name + ": missing, should be given");
    }
  }

  private static void requireAtLeastOne(String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(name + ": " + value + ", should be at least 1");
    }
  }
}
