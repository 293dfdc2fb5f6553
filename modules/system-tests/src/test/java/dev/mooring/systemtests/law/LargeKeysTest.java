package dev.mooring.systemtests.law;

import static dev.mooring.metrics.oracle.EventBuilder.event;
import static dev.mooring.metrics.oracle.EventBuilder.revisionOf;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.contract.event.Event;
import dev.mooring.contract.event.EventType;
import dev.mooring.contract.event.Reason;
import dev.mooring.metrics.oracle.EventBuilder;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** A bank with very many relationships, and a relationship with very many events. */
@ExtendWith(SharedCluster.class)
class LargeKeysTest {

  private static final String BANK = "big-bank";
  private static final String BUSY = "busy-bank";
  private static final List<String> CITIES = List.of("hong-kong", "zug", "london");
  private static final LocalDate START = LocalDate.parse("2021-01-01");

  /** In one partition; 20,000 follow a withdrawal at a time. */
  private static final int FIRMS = 22_000;

  private static final int EVENTS = 10_000;

  /** What a record of an internal topic may take, at the most: far below Kafka's 1 MB. */
  private static final int ROOM = 300 * 1024;

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  private Path directory;

  @Test
  void shouldLetAllRelationshipsOfABankFollowItsWithdrawals(Cluster cluster) throws Exception {
    // given
    Random random = new Random(Workload.seed());
    List<Event> openings = openings();
    Event first = withdrawal("first").on("2023-05-01").build();
    Event amended = revisionOf(first).on("2022-03-01").build();
    Event retracted = revisionOf(amended).retracted().build();
    Event second = withdrawal("second").city("zug").on("2023-07-01").build();
    List<Event> all = new ArrayList<>(openings);
    all.addAll(List.of(first, amended, retracted, second));

    try (Instances instances = new Instances(directory, cluster::topology)) {
      instances.start();
      instances.awaitRunning();

      // when
      cluster.publish(openings.subList(0, FIRMS));
      cluster.publish(List.of(first));
      killSoon(instances, random);
      cluster.publish(openings.subList(FIRMS, openings.size()));
      cluster.publish(List.of(amended));
      cluster.settle();
      cluster.publish(List.of(retracted, second));
      killSoon(instances, random);
      cluster.settle();

      // then
      cluster.assertRowsOfOracle(all);
      assertThat(withdrawalsEnd(cluster, 0))
          .as("messages to go on, to the one partition with many relationships")
          .isGreaterThan(withdrawalsEnd(cluster, 1));
    }
  }

  @Test
  void shouldKeepARelationshipOfAnySizeInSmallRecords(Cluster cluster) throws Exception {
    // given
    List<Event> events = IntStream.range(0, EVENTS).mapToObj(LargeKeysTest::busy).toList();

    try (Instances instances = new Instances(directory, cluster::topology)) {
      instances.start();
      instances.awaitRunning();

      // when
      cluster.publish(events);
      cluster.settle();
      instances.get(0).kill();
      instances.restart(0);
      Duration restart = instances.get(0).awaitRunning(Instances.TO_RUN);
      System.out.println("restart with a relationship of " + EVENTS + " events: " + restart);
      List<Event> more = List.of(busy(EVENTS), busy(7));
      cluster.publish(more);
      cluster.settle();

      // then
      List<Event> all = new ArrayList<>(events);
      all.addAll(more);
      cluster.assertRowsOfOracle(all);
      assertThat(largest(cluster)).isBetween(1, ROOM);
    }
  }

  private static void killSoon(Instances instances, Random random) throws Exception {
    Faults.pause(Duration.ofMillis(random.nextInt(400)));
    instances.get(0).kill();
    instances.restart(0);
    instances.awaitRunning();
  }

  /** Most of them in partition 0. */
  private static List<Event> openings() {
    List<Event> openings = new ArrayList<>();
    int inFirst = 0;
    for (int i = 0; inFirst < FIRMS; i++) {
      byte[] key = (BANK + "/firm-" + i).getBytes(UTF_8);
      boolean first = BuiltInPartitioner.partitionForKey(key, Cluster.PARTITIONS) == 0;
      inFirst += first ? 1 : 0;
      if (first || i % 500 == 0) {
        openings.add(
            event()
                .id(i)
                .pair(BANK, "firm-" + i)
                .city(CITIES.get(i % CITIES.size()))
                .type(EventType.ACCOUNT_OPENED)
                .on(START.plusDays(i % 900).toString())
                .build());
      }
    }
    return openings;
  }

  private static EventBuilder withdrawal(String id) {
    return event().id(id).bank(BANK).type(EventType.BANK_WITHDREW).reason(Reason.BANK_WIND_DOWN);
  }

  private static Event busy(int number) {
    EventType type =
        switch (number % 4) {
          case 0 -> EventType.PITCH_DELIVERED;
          case 1 -> EventType.ACCOUNT_OPENED;
          case 2 -> EventType.RELATIONSHIP_CLOSED;
          default -> EventType.ACCOUNT_ACTIVATED;
        };
    return event()
        .id(1_000_000L + number)
        .pair(BUSY, "busy-firm")
        .city(CITIES.get(number % CITIES.size()))
        .type(type)
        .on(START.plusDays(number % 700).toString())
        .build();
  }

  private static long withdrawalsEnd(Cluster cluster, int partition) throws Exception {
    TopicPartition at = new TopicPartition(cluster.lane() + "-withdrawals-repartition", partition);
    return cluster
        .admin()
        .listOffsets(Map.of(at, OffsetSpec.latest()))
        .all()
        .get()
        .get(at)
        .offset();
  }

  /** The size of the largest record of the internal topics that are there still. */
  private static int largest(Cluster cluster) throws Exception {
    Collection<String> internal =
        cluster.admin().listTopics().names().get().stream()
            .filter(name -> name.startsWith(cluster.lane()))
            .toList();
    AtomicInteger largest = new AtomicInteger();
    try (CommittedLog log = new CommittedLog(cluster.bootstrapServers(), internal)) {
      log.readToEnd(
          record ->
              largest.accumulateAndGet(
                  record.serializedKeySize() + record.serializedValueSize(), Math::max));
    }
    return largest.get();
  }
}
