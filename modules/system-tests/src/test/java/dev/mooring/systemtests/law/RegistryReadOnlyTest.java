package dev.mooring.systemtests.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mooring.contract.TopicSpec;
import dev.mooring.contract.Topics;
import dev.mooring.devstack.EmbeddedRegistry;
import dev.mooring.registry.AvroSerializer;
import dev.mooring.registry.CompatibilityLevel;
import dev.mooring.registry.RegistryConfig;
import dev.mooring.registry.SchemaRegistryClient;
import dev.mooring.topology.StartupException;
import dev.mooring.topology.TopologyConfig;
import dev.mooring.topology.TopologyRunner;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** With {@code auto.register.schemas=false} an instance reads the registry and writes nothing. */
@ExtendWith(SharedCluster.class)
class RegistryReadOnlyTest {

  private static final List<String> SUBJECTS =
      Stream.concat(Stream.of(Topics.EVENTS), Topics.OUTPUTS.stream())
          .map(TopicSpec::subject)
          .toList();

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  private Path directory;

  private EmbeddedRegistry registry;
  private SchemaRegistryClient client;

  @BeforeEach
  void startRegistry() {
    registry =
        EmbeddedRegistry.start(
            new dev.mooring.devstack.RegistryConfig(directory.resolve("registry"), 0));
    client =
        new SchemaRegistryClient(
            RegistryConfig.from(Map.of("schema.registry.url", registry.url())));
  }

  @AfterEach
  void stopRegistry() {
    client.close();
    registry.close();
  }

  @Test
  void shouldNameEverySchemaThatIsMissing(Cluster cluster) {
    // given
    client.register(Topics.EVENTS.subject(), Topics.EVENTS.schema().orElseThrow());

    // then
    assertThatThrownBy(() -> TopologyRunner.start(readOnly(cluster)).close())
        .isInstanceOf(StartupException.class)
        .satisfies(
            refused ->
                assertThat(refused.getMessage())
                    .contains(SUBJECTS.subList(1, SUBJECTS.size()))
                    .doesNotContain(Topics.EVENTS.subject())
                    .contains("run `mooring topics apply`"));
    assertThat(client.subjects()).containsExactly(Topics.EVENTS.subject());
  }

  @Test
  void shouldRunOnSchemasThatSomebodyElseRegistered(Cluster cluster) throws Exception {
    // given
    Topics.all().stream()
        .filter(topic -> topic.schema().isPresent())
        .forEach(topic -> client.register(topic.subject(), topic.schema().orElseThrow()));
    Optional<CompatibilityLevel> before = client.compatibility(Topics.LEDGER.subject());

    // when
    try (TopologyRunner topology = TopologyRunner.start(readOnly(cluster))) {
      boolean runs = topology.awaitRunning(Duration.ofMinutes(1));

      // then
      assertThat(runs).isTrue();
    }
    assertThat(client.compatibility(Topics.LEDGER.subject()))
        .isEqualTo(before)
        .isNotEqualTo(Optional.of(CompatibilityLevel.FULL_TRANSITIVE));
  }

  private TopologyConfig readOnly(Cluster cluster) {
    return cluster.topology(
        directory.resolve("state"),
        AvroSerializer.class.getName(),
        Map.of("schema.registry.url", registry.url(), "auto.register.schemas", "false"),
        Map.of());
  }
}
