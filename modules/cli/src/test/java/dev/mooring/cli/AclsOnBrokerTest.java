package dev.mooring.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mooring.cli.acl.Grant;
import dev.mooring.cli.acl.Role;
import dev.mooring.cli.stack.RunningTopology;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * Publisher, topology and reader, each allowed what `mooring topics plan --acls` says and no more.
 */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class AclsOnBrokerTest {

  /** All that a reader may do, together. */
  private static final List<String> READINGS =
      List.of(
          "events",
          "metrics ranking --settled",
          "verify",
          "rejected list",
          "reference list cities",
          "reference list banks",
          "reference list firms");

  @TempDir static Path directory;

  private final AuditLog audit = new AuditLog();
  private GrantedStack stack;

  @BeforeAll
  void start() throws IOException {
    stack = new GrantedStack(directory);
  }

  @AfterAll
  void stop() {
    try (audit) {
      if (stack != null) {
        stack.close();
      }
    }
  }

  @Test
  @Order(1)
  void shouldLetEachDoItsWork() throws Exception {
    GrantedStack.succeed(stack.publish(SecuredStack.PUBLISHER));
    stack.publishGarbage();
    try (RunningTopology topology = stack.topology(SecuredStack.TOPOLOGY, "state")) {
      assertThat(topology.local().state()).isEqualTo("RUNNING");
      Run read =
          stack.run(SecuredStack.READER, "metrics", "banks", "za-bank", "--settled", "-o", "json");
      GrantedStack.succeed(read);
      assertThat(read.out()).contains("\"accountsOpen\":1");
    }
    for (String command : READINGS) {
      Run run = stack.run(SecuredStack.READER, command.split(" "));
      assertThat(run.exitCode()).as(command + ": " + run.err()).isIn(0, 3);
    }
  }

  /** The broker's own word; it is the least that can be said of those whose lack is not told. */
  @Test
  @Order(2)
  void shouldGrantNothingThatIsNotAskedFor() {
    // when another instance comes, which reads the changelogs and checks topics that are there
    try (RunningTopology topology = stack.topology(SecuredStack.TOPOLOGY, "fresh-state")) {
      assertThat(topology.local().state()).isEqualTo("RUNNING");
    }

    awaited()
        .untilAsserted(
            () ->
                assertThat(GrantsOfStack.all())
                    .hasSizeGreaterThan(50)
                    .filteredOn(grant -> !audit.wasAskedFor(grant) && !isForMarkersOnly(grant))
                    .isEmpty());
  }

  /**
   * A reader that waits reads what is behind the topology's offsets only when that does not get
   * less for a while, to see whether it is markers of transactions; before, it describes.
   */
  private static boolean isForMarkersOnly(Grant grant) {
    return grant.role() == Role.READER && grant.pattern().name().endsWith("-repartition");
  }

  @Test
  @Order(3)
  void shouldFailByNameWithoutAnyGrantOfAPublisher() throws Exception {
    for (Grant grant : GrantsOfStack.of(Role.PUBLISHER)) {
      Run run = stack.grants().without(grant, () -> stack.publish(SecuredStack.PUBLISHER));

      assertThat(run.exitCode()).as(grant.toString()).isEqualTo(1);
      assertThat(run.err()).contains("mooring topics plan --acls").hasLineCount(1);
    }
  }

  @Test
  @Order(4)
  void shouldFailByNameWithoutAnyGrantOfAReader() throws Exception {
    for (Grant grant : GrantsOfStack.of(Role.READER)) {
      List<Run> runs =
          stack
              .grants()
              .without(
                  grant,
                  () ->
                      READINGS.stream()
                          .map(command -> stack.run(SecuredStack.READER, command.split(" ")))
                          .filter(run -> run.exitCode() == 1)
                          .limit(1)
                          .toList());

      assertThat(runs).as(grant.toString()).hasSize(1);
      assertThat(runs.getFirst().err())
          .contains(grant.pattern().name())
          .contains("mooring topics plan --acls")
          .hasLineCount(1);
    }
  }

  @Test
  @Order(5)
  void shouldFailByNameWithoutAGrantOfATopology() throws Exception {
    GrantedStack.succeed(stack.publishMore(SecuredStack.PUBLISHER));
    for (Grant grant : GrantsOfStack.oneOfEachKindOfTopology()) {
      String message =
          stack
              .grants()
              .without(
                  grant,
                  () -> {
                    try (RunningTopology topology =
                        stack.topology(SecuredStack.TOPOLOGY, "state")) {
                      awaited().until(topology::isEnded);
                      topology.await();
                      return "it goes on";
                    } catch (RuntimeException failed) {
                      return Failures.inOneLine(failed);
                    }
                  });

      assertThat(message).as(grant.toString()).contains("mooring topics plan --acls");
    }
  }

  @Test
  void shouldNameWhatAPublisherMayNotWrite() throws Exception {
    Run run = stack.publish(SecuredStack.READER);

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err())
        .contains("authorization failed")
        .contains("mooring topics plan --acls")
        .hasLineCount(1);
  }

  @Test
  void shouldNameWhatATopologyMayNotDo() {
    assertThatThrownBy(() -> stack.topology(SecuredStack.READER, "other-state"))
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

  private static ConditionFactory awaited() {
    return Awaitility.await().atMost(Duration.ofMinutes(1));
  }
}
