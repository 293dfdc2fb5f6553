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
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
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
    assertThat(stack.startedWithoutTopics().exitCode()).isEqualTo(10);
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
    assertThat(stack.run(directory, "topics", "plan").out())
        .isEqualTo("every topic and every schema is as it should be\n");
  }

  @Test
  void shouldPlanAllThatAnEmptyClusterLacks() {
    Run planned = stack.plannedWithoutTopics();

    assertThat(planned.exitCode()).isEqualTo(3);
    assertThat(planned.lines())
        .hasSize(3 * Topics.all().size() - 2)
        .anyMatch(line -> line.contains("\"create\"") && line.contains("\"mooring.events.v1\""))
        .anyMatch(
            line -> line.contains("\"register\"") && line.contains("\"mooring.firms.v1-value\""));
  }

  @Test
  void shouldPutRightWhatDiffersAndThenFindNothing() throws Exception {
    // given a topic that loses names after a day, and a subject that takes any schema
    ConfigResource firms = new ConfigResource(ConfigResource.Type.TOPIC, Topics.FIRMS.name());
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", stack.bootstrapServers()))) {
      admin
          .incrementalAlterConfigs(
              Map.of(firms, List.of(set("cleanup.policy", "delete"), set("segment.ms", "3600000"))))
          .all()
          .get();
      setCompatibility(CompatibilityLevel.NONE);

      // when
      Run planned = stack.run(directory, "topics", "plan", "-o", "csv");
      Run applied = stack.run(directory, "topics", "apply", "-o", "csv");
      Run again = stack.run(directory, "topics", "apply");

      // then
      assertThat(planned.exitCode()).isEqualTo(3);
      assertThat(planned.lines())
          .containsExactly(
              "action,name,what,is,should,advice",
              "alter,mooring.firms.v1,cleanup.policy,delete,compact,",
              "set,mooring.firms.v1-value,compatibility,NONE,FULL_TRANSITIVE,");
      assertThat(applied.exitCode()).as(applied.err()).isZero();
      assertThat(applied.lines())
          .contains("altered,mooring.firms.v1,cleanup.policy,delete,compact,");
      assertThat(again.out()).isEqualTo("every topic and every schema is as it should be\n");
      var config = admin.describeConfigs(List.of(firms)).all().get().get(firms);
      assertThat(config.get("cleanup.policy").value()).isEqualTo("compact");
      assertThat(config.get("segment.ms").value()).as("a setting of others").isEqualTo("3600000");
    }
  }

  @Test
  void shouldSayOfOtherPartitionsThatTheyCannotBeChanged() {
    Run run = stack.run(directory, "topics", "apply", "--partitions", "8", "-o", "csv");

    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.lines()).hasSize(2);
    assertThat(run.out()).contains("cannot,mooring.events.v1,partitions,4,8,").contains("archive");
  }

  private void setCompatibility(CompatibilityLevel level) {
    try (SchemaRegistryClient registry =
        new SchemaRegistryClient(
            RegistryConfig.from(Map.of("schema.registry.url", stack.registryUrl())))) {
      registry.setCompatibility(Topics.FIRMS.subject(), level);
    }
  }

  private static AlterConfigOp set(String key, String value) {
    return new AlterConfigOp(new ConfigEntry(key, value), AlterConfigOp.OpType.SET);
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
