package dev.mooring.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.contract.Topics;
import dev.mooring.registry.CompatibilityLevel;
import dev.mooring.registry.RegistryConfig;
import dev.mooring.registry.SchemaRegistryClient;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Topics and subjects as `mooring topics apply` makes them. */
@ExtendWith(SharedStack.class)
class TopicsOnStackTest {

  @TempDir Path directory;

  private final RealStack stack;

  TopicsOnStackTest(RealStack stack) {
    this.stack = stack;
  }

  @Test
  void shouldRefuseToStartOnAClusterWithoutTopics() {
    assertThat(stack.startedWithoutTopics().exitCode()).isEqualTo(1);
    assertThat(stack.startedWithoutTopics().err())
        .contains(Topics.EVENTS.name())
        .contains("mooring topics apply")
        .hasLineCount(1);
  }

  @Test
  void shouldMakeTopicsAsTheCatalogueSays() throws Exception {
    List<ConfigResource> resources =
        Topics.all().stream()
            .map(topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic.name()))
            .toList();
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", stack.bootstrapServers()))) {
      var configs = admin.describeConfigs(resources).all().get();
      for (int i = 0; i < resources.size(); i++) {
        var found = configs.get(resources.get(i));
        Topics.all()
            .get(i)
            .config()
            .forEach((key, value) -> assertThat(found.get(key).value()).isEqualTo(value));
      }
    }
    assertThat(stack.run(directory, "topics", "plan", "-o", "json").out()).isEmpty();
    assertThat(stack.run(directory, "topics", "plan").out()).isEqualTo("every topic is there\n");
  }

  @Test
  void shouldGuardEverySubjectByFullTransitiveCompatibility() {
    try (SchemaRegistryClient registry =
        new SchemaRegistryClient(
            RegistryConfig.from(Map.of("schema.registry.url", stack.registryUrl())))) {
      Topics.all().stream()
          .filter(topic -> topic.schema().isPresent())
          .forEach(
              topic -> {
                assertThat(registry.compatibility(topic.subject()))
                    .hasValue(CompatibilityLevel.FULL_TRANSITIVE);
                assertThat(registry.latest(topic.subject()).schema())
                    .isEqualTo(topic.schema().get());
              });
    }
  }
}
