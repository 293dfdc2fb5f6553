package dev.mooring.systemtests.law;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.topology.RelationshipStore;
import dev.mooring.topology.state.RocksSpace;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.admin.TransactionListing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The law of section 3, with faults that are not the end of a process. */
@ExtendWith(SharedCluster.class)
class FaultsTest {

  private static final int EVENTS = 10_000;

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  private Path directory;

  @Test
  void shouldEndInTheRowsOfTheOracleThoughTasksAreCorrupted(Cluster cluster) throws Exception {
    corrupt(cluster, new RelationshipStore.Heap());
  }

  @Test
  void shouldEndInTheRowsOfTheOracleThoughTasksWithRelationshipsInRocksDbAreCorrupted(
      Cluster cluster) throws Exception {
    corrupt(cluster, new RelationshipStore.RocksDb(RocksSpace.LEAST_MEMORY));
  }

  private void corrupt(Cluster cluster, RelationshipStore store) throws Exception {
    // given
    long seed = Workload.seed();
    Workload workload = Workload.of(seed, EVENTS);
    Map<String, String> kafka =
        Map.of(
            "processor.wrapper.class",
            CorruptingWrapper.class.getName(),
            CorruptingWrapper.ONE_IN,
            "500",
            CorruptingWrapper.MOST,
            "6");
    Map<String, String> registry = new HashMap<>(cluster.registry());
    registry.put(FailingSerializer.FAILED, directory.resolve("failed").toString());

    // when
    try (LedgerWatch ledger = new LedgerWatch(cluster);
        Trickle trickle = new Trickle(cluster, workload.shuffled(), Duration.ofSeconds(8));
        Instances instances =
            new Instances(
                directory,
                state ->
                    cluster
                        .topology(state, FailingSerializer.class.getName(), registry, kafka)
                        .with(store))) {
      instances.start();
      instances.awaitRunning();
      Faults.pause(Duration.ofSeconds(8));
      trickle.finish();
      cluster.settle();

      // then
      assertThat(instances.log()).contains(CorruptingWrapper.SAID).contains(FailingSerializer.SAID);
      assertThat(instances.get(0).isAlive()).isTrue();
      assertLaw(cluster, workload, ledger);
    }
  }

  @Test
  void shouldEndInTheRowsOfTheOracleThoughTasksMoveAndProducersAreFenced(Cluster cluster)
      throws Exception {
    // given
    long seed = Workload.seed();
    Random random = new Random(seed);
    Workload workload = Workload.of(seed, EVENTS);
    Map<String, String> kafka = new HashMap<>();
    kafka.put("num.standby.replicas", "1");
    kafka.put("probing.rebalance.interval.ms", "60000");
    kafka.put("acceptable.recovery.lag", "1000000");

    // when
    try (LedgerWatch ledger = new LedgerWatch(cluster);
        Trickle trickle = new Trickle(cluster, workload.shuffled(), Duration.ofSeconds(25));
        Instances instances = new Instances(directory, state -> cluster.topology(state, kafka))) {
      instances.start();
      instances.start();
      instances.awaitRunning();
      fence(cluster, random);
      int third = instances.start();
      instances.awaitRunning();
      fence(cluster, random);
      instances.get(0).kill();
      instances.restart(0);
      instances.awaitRunning();
      Faults.pause(Duration.ofMillis(random.nextInt(1_000)));
      instances.get(third).close();
      Faults.pause(Duration.ofMillis(random.nextInt(1_000)));
      instances.get(1).close();
      instances.restart(1);
      instances.awaitRunning();
      fence(cluster, random);
      trickle.finish();
      cluster.settle();

      // then
      assertThat(instances.get(0).isAlive()).isTrue();
      assertThat(instances.get(1).isAlive()).isTrue();
      assertLaw(cluster, workload, ledger);
    }
  }

  /** Takes their transactional ids from all instances, whatever they have open. */
  private static void fence(Cluster cluster, Random random) throws Exception {
    Faults.pause(Duration.ofMillis(500 + random.nextInt(1_000)));
    List<String> ids =
        cluster.admin().listTransactions().all().get().stream()
            .map(TransactionListing::transactionalId)
            .filter(id -> id.startsWith(cluster.lane()))
            .toList();
    assertThat(ids).isNotEmpty();
    cluster.admin().fenceProducers(ids).all().get();
  }

  private void assertLaw(Cluster cluster, Workload workload, LedgerWatch ledger) {
    cluster.assertRowsOfOracle(workload.told());
    cluster.assertLedger(workload.shuffled());
    Command.assertVerified(cluster, directory);
    ledger.assertSound();
  }
}
