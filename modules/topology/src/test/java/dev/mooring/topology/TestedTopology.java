package dev.mooring.topology;

import dev.mooring.contract.EventKey;
import dev.mooring.contract.Lane;
import dev.mooring.contract.TopicSpec;
import dev.mooring.contract.Topics;
import dev.mooring.contract.event.Event;
import dev.mooring.topology.intake.SchemaSource;
import dev.mooring.topology.stage.StageTools;
import dev.mooring.topology.state.DossierState;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;

/** The topology on the test driver, which has one partition and commits after every record. */
final class TestedTopology implements AutoCloseable {

  static final int EVENT_SCHEMA = 7;
  static final UUID EVENT_GUID = UUID.fromString("6da336d8-f1d3-0f98-4c47-d03ee8a14a1f");
  static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private final Map<Integer, Schema> schemas =
      new HashMap<>(Map.of(EVENT_SCHEMA, Event.getClassSchema()));
  private final Map<TopicSpec, NavigableMap<String, SpecificRecord>> rows = new HashMap<>();
  private final TopologyTestDriver driver;
  private final TestInputTopic<byte[], byte[]> events;

  TestedTopology() {
    this(DossierState::new);
  }

  /** With relationships kept where those states keep them. */
  TestedTopology(Supplier<DossierState> dossiers) {
    driver = new TopologyTestDriver(topology(schemas, dossiers), config(), NOW);
    events =
        driver.createInputTopic(
            Topics.EVENTS.name(), new ByteArraySerializer(), new ByteArraySerializer());
  }

  static Topology topology(Map<Integer, Schema> schemas, Supplier<DossierState> dossiers) {
    StageTools tools =
        new StageTools(
            Lane.LIVE,
            new KnownSchemas(schemas),
            () -> (topic, row) -> AvroBytes.write(1, (SpecificRecord) row),
            () -> "an-id");
    return new MooringTopology(1, tools, dossiers).build(config());
  }

  /** A registry that knows the schema of events by its GUID, too. */
  private record KnownSchemas(Map<Integer, Schema> byNumber) implements SchemaSource {

    @Override
    public Optional<Schema> byId(int id) {
      return Optional.ofNullable(byNumber.get(id));
    }

    @Override
    public Optional<Schema> byGuid(UUID guid) {
      return Optional.of(Event.getClassSchema()).filter(schema -> guid.equals(EVENT_GUID));
    }
  }

  void knowSchema(int id, Schema schema) {
    schemas.put(id, schema);
  }

  void publish(Event event) {
    publish(key(event), AvroBytes.write(EVENT_SCHEMA, event), NOW);
  }

  void publish(byte[] key, byte[] value, Instant timestamp) {
    events.pipeInput(new TestRecord<>(key, value, timestamp));
  }

  static byte[] key(Event event) {
    return EventKey.of(event).getBytes(StandardCharsets.UTF_8);
  }

  void publish(Headers headers, byte[] key, byte[] value) {
    events.pipeInput(new TestRecord<>(key, value, headers, NOW));
  }

  /** The latest row of every key. */
  NavigableMap<String, SpecificRecord> rows(TopicSpec topic) {
    NavigableMap<String, SpecificRecord> latest =
        rows.computeIfAbsent(topic, none -> new TreeMap<>());
    for (TestRecord<byte[], byte[]> record : records(topic)) {
      String key = new String(record.key(), StandardCharsets.UTF_8);
      if (record.value() == null) {
        latest.remove(key);
      } else {
        latest.put(key, AvroBytes.read(record.value(), topic.schema().orElseThrow()));
      }
    }
    return latest;
  }

  List<TestRecord<byte[], byte[]>> records(TopicSpec topic) {
    return driver
        .createOutputTopic(topic.name(), new ByteArrayDeserializer(), new ByteArrayDeserializer())
        .readRecordsToList();
  }

  @Override
  public void close() {
    driver.close();
  }

  private static Properties config() {
    Properties config = new Properties();
    config.put(StreamsConfig.APPLICATION_ID_CONFIG, "mooring-test");
    config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:1");
    config.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
    return config;
  }
}
