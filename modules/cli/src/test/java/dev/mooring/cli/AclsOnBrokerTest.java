package dev.mooring.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mooring.cli.acl.Grant;
import dev.mooring.cli.acl.Role;
import dev.mooring.cli.settings.Settings;
import dev.mooring.cli.stack.RunningTopology;
import dev.mooring.contract.Lane;
import dev.mooring.contract.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
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

  private static final List<String> PRINCIPALS =
      List.of(
          "--acls",
          "--principal-publisher",
          "User:" + SecuredStack.PUBLISHER,
          "--principal-topology",
          "User:" + SecuredStack.TOPOLOGY,
          "--principal-reader",
          "User:" + SecuredStack.READER);

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
  private SecuredStack stack;
  private GrantsOfStack grants;
  private Path events;

  @BeforeAll
  void start() throws IOException {
    stack = new SecuredStack(directory);
    grants = new GrantsOfStack(stack);
    events =
        Files.writeString(
            directory.resolve("events.jsonl"),
            """
            {"id":"5f6a1f0e-0000-4000-8000-000000000001","type":"ACCOUNT_OPENED","bank":"za-bank",\
            "firm":"osl","city":"hong-kong","occurredAt":"2023-04-11","source":"a test"}
            {"id":"5f6a1f0e-0000-4000-8000-000000000002","type":"APPLICATION_DECIDED","bank":"hsbc",\
            "firm":"osl","city":"hong-kong","occurredAt":"2023-04-11","source":"a test",\
            "outcome":"DECLINED"}
            {"id":"5f6a1f0e-0000-4000-8000-000000000003","type":"BANK_STANCE_CHANGED",\
            "bank":"hsbc","stance":"APPETITE","position":"OPEN","city":"hong-kong",\
            "occurredAt":"2023-04-11","source":"a test"}
            {"id":"5f6a1f0e-0000-4000-8000-000000000004","type":"BANK_WITHDREW",\
            "bank":"silvergate","reason":"BANK_FAILURE","occurredAt":"2023-04-11","source":"a test"}
            """);
    Path parties =
        Files.writeString(
            directory.resolve("parties.csv"),
            """
            kind,id,name,country
            bank,za-bank,ZA Bank,HK
            firm,osl,OSL,HK
            """);
    Path cities =
        Files.writeString(
            directory.resolve("cities.csv"),
            """
            id,name,country,lat,lon,timezone,geonameid,un_locode
            hong-kong,Hong Kong,HK,22.27832,114.17469,Asia/Hong_Kong,1819729,HKHKG
            """);
    succeed(stack.run(SecuredStack.ADMIN, "topics", "apply"));
    succeed(stack.run(SecuredStack.ADMIN, "reference", "publish", parties.toString()));
    succeed(stack.run(SecuredStack.ADMIN, "reference", "publish", cities.toString()));
    succeed(stack.run(SecuredStack.ADMIN, "replay", "start", "--no-run"));
    succeed(stack.run(SecuredStack.ADMIN, "replay", "abort", "shadow-1"));
    assertThat(acls("plan").exitCode()).as("ACLs are missing").isEqualTo(3);
    succeed(acls("apply"));
    assertThat(acls("plan").exitCode()).as(acls("plan").out()).isZero();
  }

  @AfterAll
  void stop() {
    stack.close();
    audit.close();
  }

  @Test
  @Order(1)
  void shouldLetEachDoItsWork() throws Exception {
    succeed(stack.run(SecuredStack.PUBLISHER, "publish", events.toString()));
    publishGarbage();
    try (RunningTopology topology = topology("state")) {
      assertThat(topology.local().state()).isEqualTo("RUNNING");
      Run read =
          stack.run(SecuredStack.READER, "metrics", "banks", "za-bank", "--settled", "-o", "json");
      succeed(read);
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
    try (RunningTopology topology = topology("fresh-state")) {
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
      Run run =
          grants.without(
              grant, () -> stack.run(SecuredStack.PUBLISHER, "publish", events.toString()));

      assertThat(run.exitCode()).as(grant.toString()).isEqualTo(1);
      assertThat(run.err()).contains("mooring topics plan --acls").hasLineCount(1);
    }
  }

  @Test
  @Order(4)
  void shouldFailByNameWithoutAnyGrantOfAReader() throws Exception {
    for (Grant grant : GrantsOfStack.of(Role.READER)) {
      List<Run> runs =
          grants.without(
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
    Path more =
        Files.writeString(
            directory.resolve("more.jsonl"),
            Files.readString(events).replace("-0000-4000-", "-1111-4000-"));
    succeed(stack.run(SecuredStack.PUBLISHER, "publish", more.toString()));
    for (Grant grant : GrantsOfStack.oneOfEachKindOfTopology()) {
      String message =
          grants.without(
              grant,
              () -> {
                try (RunningTopology topology = topology("state")) {
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

  private static ConditionFactory awaited() {
    return Awaitility.await().atMost(Duration.ofMinutes(1));
  }

  private RunningTopology topology(String state) {
    return RunningTopology.start(
        stack.settings(SecuredStack.TOPOLOGY), directory.resolve(state), Lane.LIVE, told -> {});
  }

  private void publishGarbage() throws Exception {
    try (Producer<byte[], byte[]> producer =
        new KafkaProducer<>(
            stack.settings(SecuredStack.ADMIN).producer(),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      producer.send(new ProducerRecord<>(Topics.EVENTS.name(), new byte[] {7})).get();
    }
  }

  private Run acls(String verb) {
    return stack.run(
        SecuredStack.ADMIN,
        Stream.concat(Stream.of("topics", verb), PRINCIPALS.stream()).toArray(String[]::new));
  }

  private static void succeed(Run run) {
    assertThat(run.exitCode()).as(run.err()).isZero();
  }
}
