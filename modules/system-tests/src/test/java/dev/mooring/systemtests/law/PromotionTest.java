package dev.mooring.systemtests.law;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mooring.contract.Lane;
import dev.mooring.contract.Topics;
import dev.mooring.contract.event.Event;
import dev.mooring.contract.row.BankMetrics;
import dev.mooring.contract.row.CityMetrics;
import dev.mooring.contract.row.LaneRow;
import dev.mooring.replay.ReplayException;
import dev.mooring.replay.lane.ClusterAccess;
import dev.mooring.replay.lane.LaneStart;
import dev.mooring.replay.lane.LaneStore;
import dev.mooring.replay.lane.LanesSettling;
import dev.mooring.replay.promote.Promoted;
import dev.mooring.replay.promote.Promotion;
import dev.mooring.replay.promote.PromotionListener;
import dev.mooring.replay.promote.PromotionStep;
import dev.mooring.topology.TopologyConfig;
import dev.mooring.topology.lane.LaneRunner;
import dev.mooring.view.KafkaView;
import dev.mooring.view.Snapshot;
import dev.mooring.view.View;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A shadow takes the place of the live lane: as one step, and whoever is killed when. */
@ExtendWith(SharedCluster.class)
class PromotionTest {

  private static final Duration TO_RUN = Duration.ofMinutes(1);
  private static final Duration TO_TRICKLE = Duration.ofSeconds(8);
  private static final int STEPS_OF_A_BUILD = 3;

  @TempDir Path directory;

  @Test
  void shouldShowAPromotionAsOneStepWhilePublishingGoesOn(Cluster cluster) throws Exception {
    // given
    Workload workload = Workload.of(53, 3_000);
    cluster.publish(workload.shuffled().subList(0, 1_500));
    Queue<String> halves = new ConcurrentLinkedQueue<>();
    try (LaneRunner live = start(cluster.topology(directory.resolve("live")), Lane.LIVE)) {
      Lane shadow = make(cluster);
      try (LaneRunner instance = start(ofAnotherBuild(cluster), shadow);
          View view = KafkaView.open(access(cluster).view());
          Trickle trickle =
              new Trickle(
                  cluster,
                  workload.shuffled().subList(1_500, workload.shuffled().size()),
                  TO_TRICKLE)) {
        assertThat(view.awaitCaughtUp(TO_RUN)).isTrue();
        view.onChanges(changes -> halfPromoted(view.snapshot()).forEach(halves::add));

        // when
        Promoted promoted = promotion(cluster, Long.MAX_VALUE).run(shadow, PromotionListener.NONE);
        System.out.println("new rows paused for " + promoted.pause().orElseThrow());
        trickle.finish();
        settleLive(cluster);

        // then
        live.awaitEnd(); // it is of another build
        assertThat(live.failure()).isEmpty();
        assertThat(instance.state()).isEqualTo("RUNNING");
        assertThat(halves).isEmpty();
        assertThat(cluster.rows().bankMetrics().rows())
            .allMatch(row -> row.value().getEvents() > MarkingSerializer.MARK);
        cluster.assertLedger(workload.shuffled());
        assertNeverBothWrote(cluster);
        assertThat(topics(cluster)).noneMatch(topic -> topic.startsWith(shadow.topicPrefix()));
        assertThat(topics(cluster)).noneMatch(topic -> topic.startsWith(cluster.lane() + "-d"));
      }
    }
  }

  @Test
  void shouldFinishWhereverAPromotionWasKilled(Cluster cluster) throws Exception {
    Workload workload = Workload.of(59, 1_100);
    List<PromotionStep> steps = steps();
    int part = workload.shuffled().size() / (steps.size() + 1);
    cluster.publish(workload.shuffled().subList(0, part));
    int published = part;
    LaneRunner live = start(cluster.topology(directory.resolve("live")), Lane.LIVE);
    try {
      for (PromotionStep step : steps) {
        // given a live lane with a row that is wrong, and a shadow
        settleLive(cluster);
        spoil(cluster);
        Lane shadow = make(cluster);
        LaneRow before = lane(cluster, Lane.LIVE);
        LaneRunner instance =
            start(cluster.topology(directory.resolve(shadow.name() + "-" + step)), shadow);

        // when killed at a step, with more being published
        PromotionMain.killAt(step, cluster, shadow, directory);
        cluster.publish(workload.shuffled().subList(published, published + part));
        published += part;

        // then one of them is live, not both
        LaneRow present = lane(cluster, Lane.LIVE);
        assertThat(present.getApplicationId().equals(before.getApplicationId()))
            .as("former lane is live after %s", step)
            .isEqualTo(step.compareTo(PromotionStep.COMMITTED) < 0);

        // and run again it finishes
        if (step != PromotionStep.REMOVED) {
          Promoted unused = promotion(cluster, Long.MAX_VALUE).run(shadow, PromotionListener.NONE);
        }
        live.close();
        live = instance;
        settleLive(cluster);
        cluster.assertRowsOfOracle(published(workload, published));
        cluster.assertLedger(workload.shuffled().subList(0, published));
        assertNeverBothWrote(cluster);
      }
    } finally {
      live.close();
    }
  }

  /** All of them take minutes: a build takes the two between which it matters, and three others. */
  private static List<PromotionStep> steps() {
    List<PromotionStep> steps = new ArrayList<>(List.of(PromotionStep.values()));
    if (!"long".equals(System.getProperty("mooring.faults"))) {
      List<PromotionStep> always = List.of(PromotionStep.WRITTEN, PromotionStep.COMMITTED);
      List<PromotionStep> others = new ArrayList<>(steps);
      others.removeAll(always);
      Collections.shuffle(others, new Random(Workload.seed()));
      steps.removeAll(others.subList(STEPS_OF_A_BUILD, others.size()));
    }
    return steps;
  }

  @Test
  void shouldRefuseBeforeAnythingIsChanged(Cluster cluster) throws Exception {
    // given
    Workload workload = Workload.of(61, 300);
    cluster.publish(workload.told());
    try (LaneRunner live = start(cluster.topology(directory.resolve("live")), Lane.LIVE)) {
      Lane shadow = make(cluster);
      try (LaneRunner instance = start(ofAnotherBuild(cluster), shadow)) {

        // when it is too much for a transaction, then
        assertThatThrownBy(() -> promotion(cluster, 1_000).run(shadow, PromotionListener.NONE))
            .isInstanceOf(ReplayException.class)
            .hasMessageContaining("more than the 1000 that one transaction is to take")
            .hasMessageContaining("--most-bytes");
        assertThat(lane(cluster, Lane.LIVE).getState()).isEqualTo("RUNNING");
        assertThat(lane(cluster, shadow).getPromotion()).isNull();
        assertThat(live.state()).isEqualTo("RUNNING");
        assertThat(instance.state()).isEqualTo("RUNNING");
      }
    }
  }

  @Test
  void shouldRefuseAShadowThatIsBeingGivenUp(Cluster cluster) {
    // given what an abort leaves that was killed
    Lane shadow = make(cluster);
    try (LaneStore lanes = new LaneStore(access(cluster))) {
      lanes.put(LaneRow.newBuilder(lane(cluster, shadow)).setState("DRAINING").build());
    }

    // when, then
    assertThatThrownBy(() -> promotion(cluster, Long.MAX_VALUE).run(shadow, PromotionListener.NONE))
        .isInstanceOf(ReplayException.class)
        .hasMessageContaining("mooring replay abort " + shadow);
    assertThat(lane(cluster, Lane.LIVE).getState()).isEqualTo("RUNNING");
  }

  private static LaneRunner start(TopologyConfig config, Lane lane) throws InterruptedException {
    LaneRunner runner = LaneRunner.start(config, lane, told -> {});
    assertThat(runner.awaitRunning(TO_RUN)).isTrue();
    return runner;
  }

  private TopologyConfig ofAnotherBuild(Cluster cluster) {
    return cluster.topology(
        directory.resolve("other"),
        MarkingSerializer.class.getName(),
        cluster.registry(),
        Map.of());
  }

  private static Lane make(Cluster cluster) {
    try (LaneStore lanes = new LaneStore(access(cluster))) {
      return new LaneStart(cluster.admin(), lanes).make((short) -1);
    }
  }

  private Promotion promotion(Cluster cluster, long mostBytes) {
    return new Promotion(access(cluster), directory.resolve("none"), mostBytes, Clock.systemUTC());
  }

  private static ClusterAccess access(Cluster cluster) {
    return PromotionMain.access(cluster.bootstrapServers(), cluster.registryUrl(), cluster.lane());
  }

  private static LaneRow lane(Cluster cluster, Lane lane) {
    try (LaneStore lanes = new LaneStore(access(cluster))) {
      return lanes.find(lane).orElseThrow();
    }
  }

  private static void settleLive(Cluster cluster) {
    new LanesSettling(access(cluster), List.of(lane(cluster, Lane.LIVE)), TO_RUN).run();
  }

  /** A row that no topology has written. */
  private static void spoil(Cluster cluster) {
    String bank = cluster.rows().bankMetrics().keys().findFirst().orElseThrow();
    cluster.publish(new ProducerRecord<>(Topics.BANK_METRICS.name(), bank.getBytes(UTF_8), null));
  }

  private static Collection<Event> published(Workload workload, int count) {
    return workload.shuffled().subList(0, count);
  }

  /** What shows that rows of two topologies stand beside each other. */
  private static Stream<String> halfPromoted(Snapshot rows) {
    Set<Boolean> marked =
        Stream.concat(
                rows.bankMetrics().values().map(BankMetrics::getEvents),
                rows.cityMetrics().values().map(CityMetrics::getEvents))
            .map(events -> events >= MarkingSerializer.MARK)
            .collect(Collectors.toSet());
    return marked.size() > 1 ? Stream.of("at " + rows.position()) : Stream.empty();
  }

  /** In every partition, whoever has been followed by another one writes no more. */
  private static void assertNeverBothWrote(Cluster cluster) {
    Map<TopicPartition, Set<String>> writers = new HashMap<>();
    Map<TopicPartition, String> last = new HashMap<>();
    try (CommittedLog log =
        new CommittedLog(cluster.bootstrapServers(), RowBodies.topicNames().toList())) {
      log.readToEnd(
          record -> {
            var source = record.headers().lastHeader("ce_source");
            if (source == null) {
              return; // the row that the test has spoilt
            }
            String writer = new String(source.value(), UTF_8);
            TopicPartition partition = new TopicPartition(record.topic(), record.partition());
            if (!writer.equals("/mooring/replay") && !writer.equals(last.put(partition, writer))) {
              assertThat(
                      writers.computeIfAbsent(partition, none -> new LinkedHashSet<>()).add(writer))
                  .as("%s writes %s again, after others", writer, partition)
                  .isTrue();
            }
          });
    }
  }

  private static Set<String> topics(Cluster cluster) throws Exception {
    return cluster.admin().listTopics().names().get();
  }
}
