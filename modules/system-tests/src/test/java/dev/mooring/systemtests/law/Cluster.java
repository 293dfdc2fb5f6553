package dev.mooring.systemtests.law;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.contract.EventKey;
import dev.mooring.contract.Topics;
import dev.mooring.contract.event.Event;
import dev.mooring.contract.row.LedgerRow;
import dev.mooring.devstack.DevStack;
import dev.mooring.devstack.DevStackConfig;
import dev.mooring.metrics.oracle.Oracle;
import dev.mooring.registry.AvroDeserializer;
import dev.mooring.registry.AvroSerializer;
import dev.mooring.topology.FreshTopics;
import dev.mooring.topology.Settling;
import dev.mooring.topology.TopologyConfig;
import dev.mooring.view.Row;
import dev.mooring.view.Snapshot;
import dev.mooring.view.TopicReader;
import dev.mooring.view.ViewConfig;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;

/** Real brokers and a real registry with all topics, and hands to use them. */
final class Cluster implements AutoCloseable {

  static final int PARTITIONS = 4;

  /** How names of topics of the brokers and of a registry that lives in topics begin. */
  private static final List<String> NOT_OURS = List.of("__", "kafkasql-", "registry-");

  private static final Duration TO_SETTLE = Duration.ofMinutes(2);

  private final String bootstrapServers;
  private final String registryUrl;
  private final Runnable closing;
  private final Admin admin;
  private KafkaProducer<byte[], byte[]> producer;
  private final AvroSerializer serializer = new AvroSerializer();
  private int lanes;
  private int partitions = PARTITIONS;

  /**
   * One that runs already.
   *
   * @param closing stops it
   */
  Cluster(String bootstrapServers, String registryUrl, Runnable closing) {
    this.bootstrapServers = bootstrapServers;
    this.registryUrl = registryUrl;
    this.closing = closing;
    Map<String, Object> settings =
        Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    this.admin = Admin.create(settings);
    this.producer = producer();
    serializer.configure(registry(), false);
  }

  private KafkaProducer<byte[], byte[]> producer() {
    return new KafkaProducer<>(
        Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers),
        new ByteArraySerializer(),
        new ByteArraySerializer());
  }

  static Cluster start(Path directory) {
    DevStack stack = DevStack.start(DevStackConfig.in(directory, 0, 0));
    return new Cluster(stack.bootstrapServers(), stack.registryUrl(), stack::close);
  }

  /** Empties it: fresh topics, and a lane that nobody has been in. */
  void reset() throws Exception {
    reset(PARTITIONS);
  }

  /** The same, with another number of partitions until the next time. */
  void reset(int partitions) throws Exception {
    this.partitions = partitions;
    Predicate<String> internal = name -> NOT_OURS.stream().anyMatch(name::startsWith);
    Set<String> old =
        admin.listTopics().names().get().stream()
            .filter(internal.negate())
            .collect(Collectors.toSet());
    admin.deleteTopics(old).all().get();
    Awaitility.await().until(() -> admin.listTopics().names().get().stream().allMatch(internal));
    List<NewTopic> topics =
        Topics.all().stream()
            .map(
                topic ->
                    new NewTopic(topic.name(), Optional.of(partitions), Optional.empty())
                        .configs(topic.config()))
            .toList();
    create(topics);
    producer.close();
    producer = producer(); // the other one may remember partitions that are gone
    lanes++;
  }

  /** Makes topics, and returns when the broker tells of them. */
  void create(List<NewTopic> topics) throws Exception {
    admin.createTopics(topics).all().get();
    Set<String> names = topics.stream().map(NewTopic::name).collect(Collectors.toSet());
    Awaitility.await().until(() -> admin.listTopics().names().get().containsAll(names));
    FreshTopics.awaitLed(
        admin, topics.stream().collect(Collectors.toMap(NewTopic::name, NewTopic::numPartitions)));
  }

  /** The name of the present lane. */
  String lane() {
    return "lane-" + lanes;
  }

  /** How an instance of the present lane is configured. */
  TopologyConfig topology(Path stateDirectory, Map<String, String> kafka) {
    return topology(stateDirectory, AvroSerializer.class.getName(), registry(), kafka);
  }

  /** The same, with another serializer of rows, or another registry. */
  TopologyConfig topology(
      Path stateDirectory,
      String rowSerializer,
      Map<String, String> registry,
      Map<String, String> kafka) {
    return new TopologyConfig(
        bootstrapServers,
        lane(),
        partitions,
        stateDirectory,
        1,
        TopologyConfig.LIVE_COMMIT_INTERVAL,
        rowSerializer,
        registry,
        kafka);
  }

  TopologyConfig topology(Path stateDirectory) {
    return topology(stateDirectory, Map.of());
  }

  String bootstrapServers() {
    return bootstrapServers;
  }

  String registryUrl() {
    return registryUrl;
  }

  /** Settings of its registry. */
  Map<String, String> registry() {
    return Map.of("schema.registry.url", registryUrl);
  }

  Admin admin() {
    return admin;
  }

  /** Publishes as a program of somebody else's would, with nothing of Mooring's publisher. */
  void publish(Collection<Event> events) {
    publishRecords(events.stream().map(this::record).toList());
  }

  void publishRecords(Collection<ProducerRecord<byte[], byte[]>> records) {
    List<Future<RecordMetadata>> sent = new ArrayList<>();
    for (ProducerRecord<byte[], byte[]> record : records) {
      sent.add(producer.send(record));
    }
    producer.flush();
    sent.forEach(Cluster::get);
  }

  ProducerRecord<byte[], byte[]> record(Event event) {
    byte[] key = EventKey.of(event).getBytes(StandardCharsets.UTF_8);
    return new ProducerRecord<>(
        Topics.EVENTS.name(), key, serializer.serialize(Topics.EVENTS.name(), event));
  }

  RecordMetadata publish(ProducerRecord<byte[], byte[]> record) {
    return get(producer.send(record));
  }

  /** How far the partitions of the events go. */
  Map<Integer, Long> eventEnds() throws Exception {
    Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
    IntStream.range(0, partitions)
        .mapToObj(number -> new TopicPartition(Topics.EVENTS.name(), number))
        .forEach(partition -> asked.put(partition, OffsetSpec.latest()));
    Map<Integer, Long> ends = new HashMap<>();
    admin
        .listOffsets(asked)
        .all()
        .get()
        .forEach((partition, end) -> ends.put(partition.partition(), end.offset()));
    return ends;
  }

  /** The events from some offsets of the partitions on; no other records may be there. */
  List<Event> eventsFrom(Map<Integer, Long> offsets) {
    List<Event> events = new ArrayList<>();
    try (AvroDeserializer deserializer = new AvroDeserializer();
        CommittedLog log = new CommittedLog(bootstrapServers, List.of(Topics.EVENTS.name()))) {
      deserializer.configure(
          Map.of("schema.registry.url", registryUrl, "specific.avro.reader", true), false);
      log.readToEnd(
          record -> {
            if (record.offset() >= offsets.get(record.partition())) {
              events.add((Event) deserializer.deserialize(record.topic(), record.value()));
            }
          });
    }
    return events;
  }

  void settle() throws InterruptedException {
    StringBuilder last = new StringBuilder();
    boolean settled =
        new Settling(admin, Map.of("bootstrap.servers", bootstrapServers()), lane())
            .await(
                TO_SETTLE,
                (topic, left) -> {
                  last.setLength(0);
                  last.append(left).append(" left of ").append(topic);
                });
    assertThat(settled).as("settled within %s: %s", TO_SETTLE, last).isTrue();
  }

  Snapshot rows() {
    try (TopicReader reader = new TopicReader(ViewConfig.of(bootstrapServers, registryUrl))) {
      return reader.readToEnd(Topics.OUTPUTS);
    }
  }

  /** The rows under the law, as they are. */
  RowBodies bodies() {
    RowBodies bodies = new RowBodies();
    try (CommittedLog log = new CommittedLog(bootstrapServers(), RowBodies.topicNames().toList())) {
      log.readToEnd(bodies::take);
    }
    return bodies;
  }

  /** The rows are the oracle's of those events, body by body, byte for byte. */
  void assertRowsOfOracle(Collection<Event> events) {
    assertRows(RowBodies.of(Oracle.rows(events)));
  }

  void assertRows(RowBodies expected) {
    assertThat(bodies().differencesFrom(expected)).as("differences").isEmpty();
  }

  /** The ledger tells of those records, and no others. */
  void assertLedger(List<Event> records) {
    assertLedger(records, Map.of());
  }

  /** The ledger tells of those records, of rejected ones by partition, and no others. */
  void assertLedger(List<Event> records, Map<Integer, Long> rejected) {
    Map<String, LedgerRow> ledger =
        rows().ledger().rows().collect(Collectors.toMap(Row::key, Row::value));
    assertThat(ledger).isEqualTo(Workload.ledger(records, rejected));
    assertThat(ledger.values().stream().mapToLong(LedgerRow::getRead).sum())
        .isEqualTo(records.size() + rejected.values().stream().mapToLong(each -> each).sum());
  }

  private static <T> T get(Future<T> answer) {
    try {
      return answer.get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException("the broker did not take a record", e);
    }
  }

  @Override
  public void close() {
    producer.close();
    admin.close();
    serializer.close();
    closing.run();
  }
}
