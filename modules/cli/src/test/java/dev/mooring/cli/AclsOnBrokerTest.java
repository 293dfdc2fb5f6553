package dev.mooring.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mooring.cli.settings.Settings;
import dev.mooring.cli.stack.RunningTopology;
import dev.mooring.contract.Lane;
import dev.mooring.contract.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AccessControlEntryFilter;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePatternFilter;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/**
 * Publisher, topology and reader, each allowed what `mooring topics plan --acls` says and no more.
 */
@TestInstance(Lifecycle.PER_CLASS)
class AclsOnBrokerTest {

  private static final List<String> PRINCIPALS =
      List.of(
          "--acls",
          "--principal-publisher",
          "User:" + SecuredStack.PUBLISHER,
          "--principal-topology",
          "User:" + SecuredStack.TOPOLOGY,
          "--principal-reader",
          "User:" + SecuredStack.READER);

  @TempDir static Path directory;

  private SecuredStack stack;
  private Path events;

  @BeforeAll
  void start() throws IOException {
    stack = new SecuredStack(directory);
    events =
        Files.writeString(
            directory.resolve("events.jsonl"),
            """
            {"id":"5f6a1f0e-0000-4000-8000-000000000001","type":"ACCOUNT_OPENED","bank":"za-bank",\
            "firm":"osl","city":"hong-kong","occurredAt":"2023-04-11","source":"a test"}
            """);
    succeed(stack.run(SecuredStack.ADMIN, "topics", "apply"));
    assertThat(acls("plan").exitCode()).as("ACLs are missing").isEqualTo(3);
    succeed(acls("apply"));
    assertThat(acls("plan").exitCode()).as(acls("plan").out()).isZero();
  }

  @AfterAll
  void stop() {
    stack.close();
  }

  @Test
  void shouldLetEachDoItsWork() {
    succeed(stack.run(SecuredStack.PUBLISHER, "publish", events.toString()));
    Settings settings = stack.settings(SecuredStack.TOPOLOGY);
    try (RunningTopology topology =
        RunningTopology.start(settings, directory.resolve("state"), Lane.LIVE, told -> {})) {
      assertThat(topology.local().state()).isEqualTo("RUNNING");
      Run read =
          stack.run(SecuredStack.READER, "metrics", "banks", "za-bank", "--settled", "-o", "json");
      succeed(read);
      assertThat(read.out()).contains("\"accountsOpen\":1");
    }
    succeed(stack.run(SecuredStack.READER, "events", "-o", "json"));
  }

  @Test
  void shouldNameWhatAReaderMayNotRead() throws Exception {
    withdraw(SecuredStack.READER, ResourceType.TOPIC, Topics.STANCES.name());

    Run run = stack.run(SecuredStack.READER, "metrics", "stances");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err())
        .contains(Topics.STANCES.name())
        .contains("mooring topics plan --acls")
        .hasLineCount(1);
  }

  @Test
  void shouldNameWhatAPublisherMayNotWrite() {
    Run run = stack.run(SecuredStack.READER, "publish", events.toString());

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err())
        .contains("authorization failed")
        .contains("mooring topics plan --acls")
        .hasLineCount(1);
  }

  @Test
  void shouldNameWhatATopologyMayNotDo() {
    Settings settings = stack.settings(SecuredStack.READER);

    assertThatThrownBy(
            () ->
                RunningTopology.start(
                    settings, directory.resolve("other-state"), Lane.LIVE, told -> {}))
        .hasMessageMatching("(?s).*[Nn]ot authorized.*|.*[Aa]uthorization failed.*");
  }

  @Test
  void shouldLetTheDoctorSayWhatAPrincipalMayNotDo() {
    Run run = stack.run(SecuredStack.READER, "doctor");

    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.out())
        .containsPattern("ok +brokers")
        .containsPattern("ok +read ")
        .containsPattern("skipped +write +not looked at: this principal may not begin")
        .containsPattern("failed +topics .*authoriz")
        .contains("mooring topics plan --acls");
  }

  private Run acls(String verb) {
    return stack.run(
        SecuredStack.ADMIN,
        Stream.concat(Stream.of("topics", verb), PRINCIPALS.stream()).toArray(String[]::new));
  }

  private void withdraw(String user, ResourceType type, String name) throws Exception {
    AclBindingFilter filter =
        new AclBindingFilter(
            new ResourcePatternFilter(type, name, PatternType.LITERAL),
            new AccessControlEntryFilter(
                "User:" + user, null, AclOperation.ANY, AclPermissionType.ANY));
    try (Admin admin = Admin.create(stack.settings(SecuredStack.ADMIN).admin())) {
      assertThat(admin.deleteAcls(List.of(filter)).all().get()).isNotEmpty();
    }
  }

  private static void succeed(Run run) {
    assertThat(run.exitCode()).as(run.err()).isZero();
  }
}
