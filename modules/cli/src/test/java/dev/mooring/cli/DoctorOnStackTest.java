package dev.mooring.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.cli.settings.SettingsReader;
import dev.mooring.cli.stack.RunningTopology;
import dev.mooring.contract.Lane;
import dev.mooring.contract.Topics;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** `mooring doctor` on a stack that is well, and on ones that are not. */
@TestInstance(Lifecycle.PER_CLASS)
class DoctorOnStackTest {

  @TempDir static Path directory;

  private RealStack stack;
  private RunningTopology topology;

  @BeforeAll
  void start() {
    stack = new RealStack(directory);
    topology =
        RunningTopology.start(
            new SettingsReader(Map.of()).environment(stack.environment()).read(),
            directory.resolve("state"),
            Lane.LIVE,
            told -> {});
  }

  @AfterAll
  void stop() {
    topology.close();
    stack.close();
  }

  @Test
  void shouldFindAllWellAndLeaveNothingToReaders() {
    Run run = stack.run(directory, "doctor", "-o", "json");

    assertThat(run.exitCode()).as(run.out()).isZero();
    assertThat(run.lines())
        .hasSize(11)
        .allMatch(line -> line.contains("\"result\":\"ok\""))
        .anyMatch(line -> line.contains("\"clock\"") && line.contains("give or take"));
    assertThat(stack.events()).isEmpty();
    Run rejected = stack.run(directory, "rejected", "list", "--all", "-o", "json");
    assertThat(rejected.out()).isEmpty();
    assertThat(stack.run(directory, "metrics", "banks", "--settled").exitCode())
        .as("what was aborted is waited for by nobody")
        .isZero();
  }

  @Test
  void shouldSayWhatToDoAboutBrokersThatDoNotAnswer() {
    Run run = hurried("doctor", "--bootstrap", "127.0.0.1:1");

    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.out())
        .containsPattern("failed +brokers")
        .contains("advertised.listeners")
        .containsPattern("skipped +topics")
        .containsPattern("ok +registry");
  }

  @Test
  void shouldSayWhatToDoAboutARegistryThatDoesNotAnswer() {
    Run run = hurried("doctor", "--registry", "http://127.0.0.1:1");

    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.out())
        .containsPattern("failed +registry")
        .contains("/apis/ccompat/v7")
        .containsPattern("skipped +schemas")
        .containsPattern("ok +topics");
  }

  @Test
  void shouldNameATopicThatIsMissingAndASettingThatIsWrong() throws Exception {
    ConfigResource cities = new ConfigResource(ConfigResource.Type.TOPIC, Topics.CITIES.name());
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", stack.bootstrapServers()))) {
      admin.deleteTopics(List.of(Topics.FIRMS.name())).all().get();
      while (admin.listTopics().names().get().contains(Topics.FIRMS.name())) {
        Thread.onSpinWait(); // the broker learns of it a moment after the controller
      }
      admin
          .incrementalAlterConfigs(
              Map.of(
                  cities,
                  List.of(
                      new AlterConfigOp(
                          new ConfigEntry("cleanup.policy", "delete"), AlterConfigOp.OpType.SET))))
          .all()
          .get();
    }

    Run run = stack.run(directory, "doctor", "--no-write");
    Run mended = stack.run(directory, "topics", "apply");

    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.out())
        .containsPattern("failed +topics +mooring.firms.v1: topic is missing")
        .containsPattern(
            "failed +topics +mooring.cities.v1: cleanup.policy is delete, should be compact")
        .contains("`mooring topics apply` puts it right")
        .containsPattern("skipped +write");
    assertThat(mended.exitCode()).isZero();
  }

  @Test
  void shouldTellWrongSettingsAsAFinding() {
    Run run = stack.run(directory, "doctor", "--bootstrap", "nowhere");

    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.out()).containsPattern("failed +settings +bootstrap.servers: 'nowhere'");
  }

  /** A run that does not wait long for what is not there. */
  private Run hurried(String... arguments) {
    Map<String, String> environment = new HashMap<>(stack.environment());
    environment.put("MOORING_KAFKA_ADMIN_DEFAULT_API_TIMEOUT_MS", "1500");
    environment.put("MOORING_KAFKA_ADMIN_REQUEST_TIMEOUT_MS", "1000");
    environment.put("MOORING_REGISTRY_MAX_RETRIES", "0");
    return Run.of(directory, environment, arguments);
  }
}
