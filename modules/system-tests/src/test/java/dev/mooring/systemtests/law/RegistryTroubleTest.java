package dev.mooring.systemtests.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mooring.contract.Topics;
import dev.mooring.contract.event.Event;
import dev.mooring.contract.event.EventType;
import dev.mooring.devstack.EmbeddedRegistry;
import dev.mooring.devstack.RegistryConfig;
import dev.mooring.registry.AvroSerializer;
import dev.mooring.registry.RegistryUnavailableException;
import dev.mooring.registry.SchemaRegistryClient;
import dev.mooring.topology.StartupException;
import dev.mooring.topology.TopologyConfig;
import dev.mooring.topology.TopologyRunner;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
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
  void shouldNotTakeARegistryThatIsAwayAtTheStartForAClusterThatIsWrong(Cluster cluster) {
    // given
    TopologyConfig config = config(cluster, directory.resolve("state"));
    registry.close();

    // then
    assertThatThrownBy(() -> TopologyRunner.start(config).close())
        .isInstanceOf(RegistryUnavailableException.class)
        .hasMessageContaining(registry.url());
  }

  /** Known schemas need no registry; the first row of a topic and an event of a later build do. */
  @Test
  void shouldWaitForARegistryThatIsAway(Cluster cluster) throws Exception {
    // given
    List<Event> told = Workload.of(77, 500).told();
    Predicate<Event> stance = event -> event.getType() == EventType.BANK_STANCE_CHANGED;
    List<Event> early = told.subList(0, 200).stream().filter(stance.negate()).toList();
    List<Event> stances = told.subList(0, 200).stream().filter(stance).toList();
    List<Event> late = told.subList(200, told.size());
    EventWriter later = EventWriter.withOneMoreField();
    int present = EventWriter.ofThisBuild().register(registry.url());
    int newer = later.register(registry.url());
    int port = URI.create(registry.url()).getPort();

    try (Instances instances =
        new Instances(directory.resolve("instances"), state -> config(cluster, state))) {
      instances.start();
      instances.awaitRunning();
      publish(cluster, EventWriter.ofThisBuild(), present, early);
      cluster.settle();

      // when
      registry.close();
      publish(cluster, EventWriter.ofThisBuild(), present, stances);
      awaitLog(instances, "beginning again at the last commit");
      publish(cluster, later, newer, late);
      awaitLog(instances, "waiting for the registry");
      registry = EmbeddedRegistry.start(new RegistryConfig(directory.resolve("registry"), port));
      cluster.settle();

      // then
      assertThat(instances.get(0).isAlive()).isTrue();
      cluster.assertRowsOfOracle(told);
      assertNothingRejected(cluster);
    }
  }

  private static void publish(Cluster cluster, EventWriter writer, int id, List<Event> events) {
    assertThat(events).isNotEmpty();
    events.forEach(event -> cluster.publish(writer.record(id, event)));
  }

  private static void awaitLog(Instances instances, String text) {
    Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> instances.log().contains(text));
  }

  private static void assertNothingRejected(Cluster cluster) {
    try (CommittedLog rejected =
        new CommittedLog(cluster.bootstrapServers(), List.of(Topics.REJECTED.name()))) {
      rejected.readToEnd(letter -> assertThat(letter).as("rejected").isNull());
    }
  }

  private SchemaRegistryClient client() {
    return new SchemaRegistryClient(
        dev.mooring.registry.RegistryConfig.from(Map.of("schema.registry.url", registry.url())));
  }

  private TopologyConfig config(Cluster cluster, Path state) {
    return cluster.topology(
        state,
        AvroSerializer.class.getName(),
        Map.of("schema.registry.url", registry.url(), "max.retries", "1", "retries.wait.ms", "100"),
        Map.of());
  }
}
