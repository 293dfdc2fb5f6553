package dev.mooring.systemtests.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mooring.contract.EventKey;
import dev.mooring.contract.Topics;
import dev.mooring.contract.event.Event;
import dev.mooring.devstack.EmbeddedRegistry;
import dev.mooring.devstack.RegistryConfig;
import dev.mooring.registry.SchemaRegistryClient;
import dev.mooring.topology.StartupException;
import dev.mooring.topology.TopologyConfig;
import dev.mooring.topology.TopologyRunner;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** A registry that holds something else, and one that goes away and comes back. */
@ExtendWith(SharedCluster.class)
class RegistryTroubleTest {

  private static final String SUBJECT = Topics.EVENTS.subject();

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  private Path directory;

  private EmbeddedRegistry registry;

  @BeforeEach
  void startRegistry() {
    registry = EmbeddedRegistry.start(new RegistryConfig(directory.resolve("registry"), 0));
  }

  @AfterEach
  void stopRegistry() {
    registry.close();
  }

  @Test
  void shouldRefuseToStartOnAnIncompatibleSchema(Cluster cluster) {
    // given
    Schema other = SchemaBuilder.record("LedgerRow").fields().requiredString("day").endRecord();
    try (SchemaRegistryClient client = client()) {
      client.register(Topics.LEDGER.subject(), other);
    }

    // then
    TopologyConfig config = config(cluster, directory.resolve("state"));
    assertThatThrownBy(() -> TopologyRunner.start(config).close())
        .isInstanceOf(StartupException.class)
        .hasMessageContaining(Topics.LEDGER.subject())
        .hasMessageContaining("not compatible");
  }

  @Test
  void shouldWaitForARegistryThatIsAway(Cluster cluster) throws Exception {
    // given
    Workload workload = Workload.of(77, 500);
    try (Instances instances =
        new Instances(directory.resolve("instances"), state -> config(cluster, state))) {
      instances.start();
      instances.awaitRunning();
      Schema newer = withOneMoreField(Event.getClassSchema());
      List<ProducerRecord<byte[], byte[]>> records = inNewerSchema(workload.told(), newer);
      int port = URI.create(registry.url()).getPort();

      // when
      registry.close();
      records.forEach(cluster::publish);
      Awaitility.await()
          .atMost(Duration.ofMinutes(1))
          .until(() -> instances.log().contains("waiting for the registry"));
      registry = EmbeddedRegistry.start(new RegistryConfig(directory.resolve("registry"), port));
      cluster.settle();

      // then
      cluster.assertRowsOfOracle(workload.told());
      assertThat(cluster.bodies().size()).isPositive();
      try (CommittedLog rejected =
          new CommittedLog(cluster.bootstrapServers(), List.of(Topics.REJECTED.name()))) {
        rejected.readToEnd(letter -> assertThat(letter).as("rejected").isNull());
      }
    }
  }

  /** Records as the publisher of a later version would write them. */
  private List<ProducerRecord<byte[], byte[]>> inNewerSchema(List<Event> events, Schema newer)
      throws IOException {
    int id;
    try (SchemaRegistryClient client = client()) {
      id = client.register(SUBJECT, newer);
    }
    List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
    for (Event event : events) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      out.writeBytes(ByteBuffer.allocate(1 + Integer.BYTES).put((byte) 0).putInt(id).array());
      BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(out, null);
      new GenericDatumWriter<GenericRecord>(newer, SpecificData.getForSchema(Event.SCHEMA$))
          .write(copy(event, newer), encoder);
      byte[] key = EventKey.of(event).getBytes(StandardCharsets.UTF_8);
      records.add(new ProducerRecord<>(Topics.EVENTS.name(), key, out.toByteArray()));
    }
    return records;
  }

  private static GenericRecord copy(Event event, Schema newer) {
    GenericRecordBuilder copy = new GenericRecordBuilder(newer);
    event.getSchema().getFields().forEach(field -> copy.set(field.name(), event.get(field.pos())));
    return copy.build();
  }

  private static Schema withOneMoreField(Schema schema) {
    List<Schema.Field> fields = new ArrayList<>();
    schema.getFields().forEach(field -> fields.add(new Schema.Field(field, field.schema())));
    Schema optional =
        Schema.createUnion(Schema.create(Schema.Type.NULL), Schema.create(Schema.Type.STRING));
    fields.add(new Schema.Field("mood", optional, "Of a later version.", Schema.NULL_VALUE));
    return Schema.createRecord(
        schema.getName(), schema.getDoc(), schema.getNamespace(), false, fields);
  }

  private SchemaRegistryClient client() {
    return new SchemaRegistryClient(
        dev.mooring.registry.RegistryConfig.from(Map.of("schema.registry.url", registry.url())));
  }

  private TopologyConfig config(Cluster cluster, Path state) {
    TopologyConfig usual = cluster.topology(state);
    return new TopologyConfig(
        usual.bootstrapServers(),
        usual.applicationId(),
        usual.partitions(),
        usual.stateDirectory(),
        usual.threads(),
        usual.commitInterval(),
        usual.rowSerializer(),
        Map.of("schema.registry.url", registry.url(), "max.retries", "1", "retries.wait.ms", "100"),
        usual.kafka());
  }
}
