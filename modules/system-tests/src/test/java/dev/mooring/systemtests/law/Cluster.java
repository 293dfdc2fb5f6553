package dev.mooring.systemtests.law;

import dev.mooring.contract.EventKey;
import dev.mooring.contract.TopicSpec;
import dev.mooring.contract.Topics;
import dev.mooring.contract.event.Event;
import dev.mooring.devstack.DevStack;
import dev.mooring.devstack.DevStackConfig;
import dev.mooring.metrics.oracle.Oracle;
import dev.mooring.metrics.oracle.OracleRows;
import dev.mooring.registry.AvroSerializer;
import dev.mooring.topology.Settling;
import dev.mooring.topology.TopologyConfig;
import dev.mooring.view.RowSource;
import dev.mooring.view.TopicReader;
import dev.mooring.view.ViewConfig;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.assertj.core.api.Assertions;

/** A real broker and a real registry with all topics, and hands to use them. */
final class Cluster implements AutoCloseable {

  static final int PARTITIONS = 4;

  private final DevStack stack;
  private final Admin admin;
  private final KafkaProducer<byte[], byte[]> producer;
  private final AvroSerializer serializer = new AvroSerializer();

  private Cluster(DevStack stack) {
    this.stack = stack;
    Map<String, Object> bootstrap =
        Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, stack.bootstrapServers());
    this.admin = Admin.create(bootstrap);
    Properties settings = new Properties();
    settings.putAll(bootstrap);
    this.producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    serializer.configure(registrySettings(), false);
  }

  static Cluster start(Path directory) throws Exception {
    Cluster cluster = new Cluster(DevStack.start(DevStackConfig.in(directory, 0, 0)));
    List<NewTopic> topics =
        Topics.all().stream()
            .map(
                topic ->
                    new NewTopic(topic.name(), Optional.of(PARTITIONS), Optional.empty())
                        .configs(topic.config()))
            .toList();
    cluster.admin.createTopics(topics).all().get();
    return cluster;
  }

  TopologyConfig topology(Path stateDirectory) {
    return TopologyConfig.of(
        stack.bootstrapServers(), stack.registryUrl(), PARTITIONS, stateDirectory);
  }

  String bootstrapServers() {
    return stack.bootstrapServers();
  }

  String registryUrl() {
    return stack.registryUrl();
  }

  Admin admin() {
    return admin;
  }

  /** Publishes as a program of somebody else's would, with nothing of Mooring's publisher. */
  void publish(Collection<Event> events) throws Exception {
    List<Future<RecordMetadata>> sent = new ArrayList<>();
    for (Event event : events) {
      sent.add(producer.send(record(event)));
    }
    producer.flush();
    for (Future<RecordMetadata> each : sent) {
      each.get();
    }
  }

  ProducerRecord<byte[], byte[]> record(Event event) {
    byte[] key = EventKey.of(event).getBytes(StandardCharsets.UTF_8);
    return new ProducerRecord<>(
        Topics.EVENTS.name(), key, serializer.serialize(Topics.EVENTS.name(), event));
  }

  void publish(ProducerRecord<byte[], byte[]> record) throws Exception {
    producer.send(record).get();
  }

  void settle() throws InterruptedException {
    boolean settled =
        new Settling(admin, TopologyConfig.LIVE).await(Duration.ofMinutes(3), (topic, left) -> {});
    Assertions.assertThat(settled).as("settled").isTrue();
  }

  RowSource rows() {
    try (TopicReader reader =
        new TopicReader(ViewConfig.of(stack.bootstrapServers(), stack.registryUrl()))) {
      return reader.readToEnd(Topics.OUTPUTS);
    }
  }

  void assertRowsOfOracle(Collection<Event> events) {
    OracleRows expected = Oracle.rows(events);
    RowSource rows = rows();
    for (TopicSpec topic : Topics.OUTPUTS) {
      if (!topic.equals(Topics.LEDGER)) {
        Assertions.assertThat(rows.rows(topic, topic.valueType().orElseThrow()))
            .as(topic.name())
            .isEqualTo(expected.of(topic));
      }
    }
  }

  private Map<String, String> registrySettings() {
    return Map.of("schema.registry.url", stack.registryUrl());
  }

  @Override
  public void close() {
    producer.close();
    admin.close();
    stack.close();
  }
}
