package dev.mooring.systemtests.view;

import dev.mooring.contract.TopicSpec;
import dev.mooring.contract.Topics;
import dev.mooring.devstack.BrokerConfig;
import dev.mooring.devstack.EmbeddedBroker;
import dev.mooring.devstack.EmbeddedRegistry;
import dev.mooring.devstack.RegistryConfig;
import dev.mooring.registry.AvroSerializer;
import dev.mooring.topology.FreshTopics;
import dev.mooring.view.KafkaView;
import dev.mooring.view.Position;
import dev.mooring.view.View;
import dev.mooring.view.ViewConfig;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;

/** A broker and a registry that can go away and come back, and some topics of rows. */
final class ViewCluster implements AutoCloseable {

  static final List<TopicSpec> TOPICS =
      List.of(Topics.BANKS, Topics.CITY_METRICS, Topics.CITY_DAILY, Topics.LANES);

  static final Duration LONG = Duration.ofSeconds(60);

  /** A request that a stopping broker has swallowed is to be sent again soon. */
  private static final int SWALLOWED_MS = 3_000;

  private static final int PARTITIONS = 2;

  private final Path directory;
  private EmbeddedBroker broker;
  private EmbeddedRegistry registry;
  private final String bootstrap;
  private final String registryUrl;
  private final Admin admin;
  private final KafkaProducer<byte[], byte[]> producer;
  private final AvroSerializer serializer = new AvroSerializer();
  private final List<Future<RecordMetadata>> sent = new ArrayList<>();

  ViewCluster(Path directory) throws Exception {
    this.directory = directory;
    broker = EmbeddedBroker.start(new BrokerConfig(directory.resolve("kafka"), 0));
    registry = EmbeddedRegistry.start(new RegistryConfig(directory.resolve("registry"), 0));
    bootstrap = broker.bootstrapServers();
    registryUrl = registry.url();
    admin =
        Admin.create(Map.of("bootstrap.servers", bootstrap, "request.timeout.ms", SWALLOWED_MS));
    producer = producer(Map.of());
    serializer.configure(Map.of("schema.registry.url", registryUrl), false);
    for (TopicSpec topic : TOPICS) {
      create(topic.name());
    }
  }

  /** Not compacted, so that a test may cut it. */
  void create(String topic) throws Exception {
    admin
        .createTopics(List.of(new NewTopic(topic, Optional.of(PARTITIONS), Optional.empty())))
        .all()
        .get();
    Awaitility.await().until(() -> admin.listTopics().names().get().contains(topic));
    FreshTopics.awaitLed(admin, Map.of(topic, PARTITIONS));
  }

  void delete(String topic) throws Exception {
    admin.deleteTopics(List.of(topic)).all().get();
    Awaitility.await().until(() -> !admin.listTopics().names().get().contains(topic));
  }

  /** Cuts away all records, as compaction would at last. */
  void clear(List<TopicSpec> topics) throws Exception {
    Map<TopicPartition, RecordsToDelete> all = new HashMap<>();
    for (TopicSpec topic : topics) {
      partitions(topic).forEach(each -> all.put(each, RecordsToDelete.beforeOffset(-1)));
    }
    admin.deleteRecords(all).all().get();
  }

  ViewConfig config() {
    return new ViewConfig(
        Map.of("bootstrap.servers", bootstrap, "reconnect.backoff.max.ms", 200),
        Map.of("schema.registry.url", registryUrl, "max.retries", "1", "retries.wait.ms", "50"));
  }

  KafkaView view() {
    return KafkaView.open(config(), TOPICS, Clock.systemUTC());
  }

  /** Waits until a view says that something is wrong; what it says. */
  static String trouble(View view) {
    return Awaitility.await()
        .atMost(LONG)
        .until(() -> view.freshness().trouble(), Optional::isPresent)
        .orElseThrow();
  }

  static void awaitNoTrouble(View view) {
    Awaitility.await().atMost(LONG).until(() -> view.freshness().trouble().isEmpty());
  }

  KafkaProducer<byte[], byte[]> producer(Map<String, Object> more) {
    Map<String, Object> settings = new HashMap<>(more);
    settings.put("bootstrap.servers", bootstrap);
    settings.put("request.timeout.ms", SWALLOWED_MS);
    return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
  }

  ProducerRecord<byte[], byte[]> record(TopicSpec topic, String key, SpecificRecord row) {
    return new ProducerRecord<>(
        topic.name(),
        key.getBytes(StandardCharsets.UTF_8),
        serializer.serialize(topic.name(), row));
  }

  void send(ProducerRecord<byte[], byte[]> record) {
    sent.add(producer.send(record));
  }

  /** Waits for what was sent, and gives the position behind it. */
  Position flushed() {
    producer.flush();
    Map<TopicPartition, Long> next = new HashMap<>();
    for (Future<RecordMetadata> each : sent) {
      RecordMetadata at = each.resultNow();
      next.merge(new TopicPartition(at.topic(), at.partition()), at.offset() + 1, Math::max);
    }
    sent.clear();
    return new Position(next);
  }

  static List<TopicPartition> partitions(TopicSpec topic) {
    return IntStream.range(0, PARTITIONS)
        .mapToObj(partition -> new TopicPartition(topic.name(), partition))
        .toList();
  }

  void stopBroker() {
    broker.close();
  }

  void startBroker() {
    int port = Integer.parseInt(bootstrap.substring(bootstrap.lastIndexOf(':') + 1));
    broker = EmbeddedBroker.start(new BrokerConfig(directory.resolve("kafka"), port));
  }

  void stopRegistry() {
    registry.close();
  }

  void startRegistry() {
    int port = URI.create(registryUrl).getPort();
    registry = EmbeddedRegistry.start(new RegistryConfig(directory.resolve("registry"), port));
  }

  String registryUrl() {
    return registryUrl;
  }

  @Override
  public void close() {
    producer.close();
    admin.close();
    serializer.close();
    registry.close();
    broker.close();
  }
}
