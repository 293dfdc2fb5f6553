package dev.mooring.systemtests.law;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mooring.contract.Lane;
import dev.mooring.contract.Topics;
import dev.mooring.contract.row.BankMetrics;
import dev.mooring.contract.row.LaneRow;
import dev.mooring.registry.AvroSerializer;
import dev.mooring.registry.RegistryConfig;
import dev.mooring.registry.SchemaRegistryClient;
import dev.mooring.replay.lane.ClusterAccess;
import dev.mooring.replay.lane.Difference;
import dev.mooring.replay.lane.GroupFence;
import dev.mooring.replay.lane.LaneDiff;
import dev.mooring.replay.lane.LaneStore;
import dev.mooring.replay.lane.LanesSettling;
import dev.mooring.replay.lane.RowDifference;
import dev.mooring.replay.log.Progress;
import dev.mooring.topology.lane.LaneRunner;
import dev.mooring.view.Row;
import dev.mooring.view.ViewConfig;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A shadow lane beside the live one: compared, and taken away without a trace. */
@ExtendWith(SharedCluster.class)
class ShadowLaneTest {

  private static final Lane SHADOW = Lane.shadow(1);
  private static final Duration TO_RUN = Duration.ofMinutes(1);
  private static final Duration TO_TRICKLE = Duration.ofSeconds(5);

  private final Workload workload = Workload.of(47, 2_000);

  @TempDir Path directory;

  @Test
  void shouldNameTheRowsThatDifferAndLeaveNoTraceOfALane(Cluster cluster) throws Exception {
    try (LaneRunner live = start(cluster, Lane.LIVE)) {
      // given a shadow that reads what was published, and is being published
      assertThat(live.awaitRunning(TO_RUN)).isTrue();
      cluster.publish(workload.shuffled().subList(0, 500));
      cluster.settle();
      Set<String> before = everything(cluster);
      assertThat(command(cluster, "replay", "diff")).startsWith("1 ").contains("replay start");
      assertThat(command(cluster, "replay", "start", "--no-run")).startsWith("0 ");

      try (LaneRunner shadow = start(cluster, SHADOW)) {
        assertThat(shadow.awaitRunning(TO_RUN)).isTrue();
        assertLanesAreTheSame(cluster);
        assertWrongRowsAreNamed(cluster);

        // when
        String answer = command(cluster, "replay", "abort", "-o", "json");

        // then
        assertThat(answer).startsWith("0 ").contains("mooring.shadow-1.bank-metrics.v1-value");
        shadow.awaitEnd();
        assertThat(everything(cluster)).isEqualTo(before);
        assertThat(directory.resolve("state").resolve(application(cluster))).doesNotExist();
        assertThat(command(cluster, "replay", "abort", "shadow-1")).startsWith("1 ");
      }
      assertThat(live.failure()).isEmpty();
      cluster.settle();
      cluster.assertRowsOfOracle(workload.told());
    }
  }

  private void assertLanesAreTheSame(Cluster cluster) throws Exception {
    try (Trickle trickle =
        new Trickle(
            cluster, workload.shuffled().subList(500, workload.shuffled().size()), TO_TRICKLE)) {
      assertThat(differences(cluster)).isEmpty();
      trickle.finish();
    }
    assertThat(command(cluster, "replay", "diff", "--quiesced")).startsWith("0 ");
    assertThat(command(cluster, "replay", "diff", "shadw-1"))
        .startsWith("1 ")
        .contains("did you mean shadow-1?");
    assertThat(command(cluster, "replay", "status", "-o", "json"))
        .startsWith("0 ")
        .contains("\"lane\":\"live\"")
        .containsPattern(
            "\"lane\":\"shadow-1\",\"state\":\"RUNNING\",\"applicationId\":\"%s\",\"instances\":1,.*\"percent\":100.0,.*\"caughtUp\":true"
                .formatted(application(cluster)));
  }

  private void assertWrongRowsAreNamed(Cluster cluster) throws Exception {
    // given
    List<Row<BankMetrics>> banks = cluster.rows().bankMetrics().rows().toList();
    BankMetrics wrong = banks.getFirst().value();
    long events = wrong.getEvents();
    wrong.put("events", events + 1);
    String topic = SHADOW.topic(Topics.BANK_METRICS).name();
    cluster.publish(
        new ProducerRecord<>(topic, bytes(wrong.getBank()), wire(cluster, topic, wrong)));
    cluster.publish(new ProducerRecord<>(topic, bytes(banks.getLast().key()), null));

    // when
    List<RowDifference> found = differences(cluster);
    Difference difference = diff(cluster).difference(Long.MAX_VALUE, Progress.NONE);
    String answer = command(cluster, "replay", "diff", "--quiesced", "-o", "json");

    // then
    assertThat(found)
        .extracting(each -> each.change().key())
        .containsExactlyInAnyOrder(wrong.getBank(), banks.getLast().key());
    assertThat(difference.upserts()).isEqualTo(1);
    assertThat(difference.withdrawals()).isEqualTo(1);
    assertThat(difference.records().orElseThrow())
        .allSatisfy(each -> assertThat(each.topic()).isEqualTo(Topics.BANK_METRICS.name()));
    assertThat(answer)
        .startsWith("3 ")
        .contains(
            "\"key\":\"%s\",\"field\":\"events\",\"live\":%d,\"shadow\":%d,\"change\":\"CHANGED\""
                .formatted(wrong.getBank(), events, events + 1))
        .contains("\"table\":\"summary\"")
        .contains("\"differing\":2,\"undecided\":0");
  }

  @Test
  void shouldLetTheLiveLaneGoOnWhenAPromotionIsGivenUpMidway(Cluster cluster) throws Exception {
    try (LaneRunner live = start(cluster, Lane.LIVE);
        LaneStore lanes = new LaneStore(access(cluster));
        var promoter = transactionOf(cluster, "mooring-promote")) {
      // given a promotion that has begun, and an abort of it that was stopped midway
      assertThat(live.awaitRunning(TO_RUN)).isTrue();
      Set<String> before = everything(cluster);
      assertThat(command(cluster, "replay", "start", "--no-run")).startsWith("0 ");
      LaneRow shadow = lanes.find(SHADOW).orElseThrow();
      lanes.put(LaneRow.newBuilder(shadow).setPromotion("p").build());
      lanes.put(LaneRow.newBuilder(lanes.live()).setState("DRAINING").build());
      Awaitility.await().atMost(TO_RUN).until(() -> live.state().equals("STANDS"));
      cluster.admin().deleteTopics(List.of(SHADOW.topic(Topics.MOORINGS).name())).all().get();

      // when
      assertThat(command(cluster, "replay", "abort")).startsWith("0 ");

      // then
      assertThatThrownBy(promoter::commitTransaction).isInstanceOf(ProducerFencedException.class);
      assertThat(everything(cluster)).isEqualTo(before);
      assertThat(lanes.current()).containsOnlyKeys("live");
      cluster.publish(workload.told());
      cluster.settle();
      cluster.assertRowsOfOracle(workload.told());
    }
  }

  @Test
  void shouldKeepOutWhoeverHasNotLeft(Cluster cluster) throws Exception {
    // given a member that is gone but keeps its place, a transaction of the application, and
    // another's
    String application = cluster.lane() + "-fenced";
    Map<String, Object> member =
        Map.of(
            "bootstrap.servers",
            cluster.bootstrapServers(),
            "group.id",
            application,
            "group.instance.id",
            "gone",
            "session.timeout.ms",
            45_000);
    try (var consumer =
            new KafkaConsumer<>(member, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        var own = transaction(cluster, application);
        var other = transaction(cluster, application + "-shadow-1")) {
      consumer.subscribe(List.of(Topics.EVENTS.name()));
      Awaitility.await()
          .until(
              () -> {
                consumer.poll(Duration.ofMillis(100));
                return !consumer.assignment().isEmpty();
              });

      // when
      new GroupFence(cluster.admin(), Duration.ZERO, TO_RUN).close(application);

      // then
      assertThatThrownBy(own::commitTransaction).isInstanceOf(ProducerFencedException.class);
      other.commitTransaction();
    }
  }

  private static KafkaProducer<byte[], byte[]> transaction(Cluster cluster, String application)
      throws Exception {
    return transactionOf(cluster, application + "-" + UUID.randomUUID() + "-1");
  }

  private static KafkaProducer<byte[], byte[]> transactionOf(Cluster cluster, String id)
      throws Exception {
    Map<String, Object> settings =
        Map.of("bootstrap.servers", cluster.bootstrapServers(), "transactional.id", id);
    KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    producer.initTransactions();
    producer.beginTransaction();
    producer.send(new ProducerRecord<>(Topics.STANCES.name(), bytes("key"), bytes("value"))).get();
    return producer;
  }

  private LaneRunner start(Cluster cluster, Lane lane) throws InterruptedException {
    Path state = directory.resolve(lane.isLive() ? "live" : "state");
    return LaneRunner.start(cluster.topology(state), lane, told -> {});
  }

  private static String application(Cluster cluster) {
    return SHADOW.applicationId(cluster.lane());
  }

  private List<RowDifference> differences(Cluster cluster) {
    List<RowDifference> found = new ArrayList<>();
    diff(cluster).run(found::add, Progress.NONE);
    return found;
  }

  private static LaneDiff diff(Cluster cluster) {
    ClusterAccess access = access(cluster);
    try (LaneStore lanes = new LaneStore(access)) {
      LanesSettling settling =
          new LanesSettling(access, List.copyOf(lanes.current().values()), TO_RUN);
      return new LaneDiff(access.view(), Lane.LIVE, SHADOW, settling);
    }
  }

  private static ClusterAccess access(Cluster cluster) {
    Map<String, Object> connection = Map.of("bootstrap.servers", cluster.bootstrapServers());
    return new ClusterAccess(
        connection,
        ViewConfig.of(cluster.bootstrapServers(), cluster.registryUrl()),
        connection,
        cluster.lane());
  }

  /** All topics, groups and subjects. */
  private static Set<String> everything(Cluster cluster) throws Exception {
    Set<String> all = new TreeSet<>(cluster.admin().listTopics().names().get());
    all.addAll(
        cluster.admin().listGroups().all().get().stream()
            .map(GroupListing::groupId)
            .collect(Collectors.toSet()));
    try (SchemaRegistryClient registry =
        new SchemaRegistryClient(
            RegistryConfig.from(Map.of("schema.registry.url", cluster.registryUrl())))) {
      all.addAll(registry.subjects());
    }
    // What tells of lanes is no part of one.
    all.remove(Topics.LANES.subject());
    return all;
  }

  /** The exit code and the answer of a command. */
  private String command(Cluster cluster, String... arguments) {
    Map<String, String> state =
        Map.of("MOORING_TOPOLOGY_STATE_DIR", directory.resolve("state").toString());
    return Command.run(cluster, directory, state, List.of(arguments)).told();
  }

  private static byte[] wire(Cluster cluster, String topic, BankMetrics row) {
    try (AvroSerializer serializer = new AvroSerializer()) {
      serializer.configure(Map.of("schema.registry.url", cluster.registryUrl()), false);
      return serializer.serialize(topic, row);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}
