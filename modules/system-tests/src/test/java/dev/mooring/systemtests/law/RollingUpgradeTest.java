package dev.mooring.systemtests.law;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.contract.EventKey;
import dev.mooring.contract.Topics;
import dev.mooring.contract.event.Event;
import dev.mooring.topology.upgrade.BuildFile;
import dev.mooring.topology.upgrade.UpgradeCheck;
import dev.mooring.topology.upgrade.Verdict;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** Two builds in one group, one instance after the other, and back, while events come. */
@ExtendWith(SharedCluster.class)
class RollingUpgradeTest {

  private static final int EVENTS = 4_000;
  private static final int EVENTS_OF_THE_NEXT_BUILD = 200;
  private static final Duration WHILE_ROLLING = Duration.ofSeconds(15);

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  private Path directory;

  @Test
  void shouldRollToTheNextBuildAndBackWhileEventsCome(Cluster cluster) throws Exception {
    // given
    NextBuild next = NextBuild.in(directory.resolve("next"));
    Workload workload = Workload.of(Workload.seed(), EVENTS + EVENTS_OF_THE_NEXT_BUILD);
    List<Event> before = workload.shuffled().subList(0, EVENTS);
    List<Event> after = workload.shuffled().subList(EVENTS, workload.shuffled().size());

    // then
    assertThat(UpgradeCheck.of(BuildFile.ofThisBuild(), BuildFile.read(next.jar())).verdict())
        .isEqualTo(Verdict.ROLLING);

    try (Trickle trickle = new Trickle(cluster, before, WHILE_ROLLING);
        Instances instances = new Instances(directory.resolve("instances"), cluster::topology)) {
      // given
      instances.start();
      instances.start();
      instances.awaitRunning();

      // when
      roll(instances, Launch.of(next));
      assertLastField(instances, "mood");
      trickle.finish();
      cluster.publishRecords(inTheNextSchema(cluster, after, before));
      cluster.settle();

      // then
      cluster.assertRowsOfOracle(workload.told());
      cluster.assertLedger(workload.shuffled());
      Command.assertVerified(cluster, directory);

      // when
      roll(instances, Launch.USUAL);
      assertLastField(instances, Event.getClassSchema().getFields().getLast().name());
      cluster.publish(after);
      cluster.settle();

      // then
      cluster.assertRowsOfOracle(workload.told());
    }
  }

  /** Each instance is of the build that it was to be of. */
  private static void assertLastField(Instances instances, String field) {
    for (int number = 0; number < 2; number++) {
      assertThat(instances.get(number).log().lines())
          .filteredOn(line -> line.startsWith(TopologyMain.LAST_FIELD))
          .last()
          .isEqualTo(TopologyMain.LAST_FIELD + field);
    }
  }

  private static void roll(Instances instances, Launch launch) throws Exception {
    instances.launch(launch);
    for (int number = 0; number < 2; number++) {
      instances.get(number).close();
      instances.restart(number);
      instances.get(number).awaitRunning(Instances.TO_RUN);
    }
  }

  /** The new field is filled in where that makes no other content of an event that is known. */
  private static List<ProducerRecord<byte[], byte[]>> inTheNextSchema(
      Cluster cluster, List<Event> events, Collection<Event> known) {
    EventWriter writer = EventWriter.withOneMoreField();
    int id = writer.register(cluster.registryUrl());
    List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
    for (Event event : events) {
      byte[] key = EventKey.of(event).getBytes(StandardCharsets.UTF_8);
      Map<String, Object> more = known.contains(event) ? Map.of() : NextBuild.NEW_FIELD;
      records.add(new ProducerRecord<>(Topics.EVENTS.name(), key, writer.bytes(id, event, more)));
    }
    return records;
  }
}
