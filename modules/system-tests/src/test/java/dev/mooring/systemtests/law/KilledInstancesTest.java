package dev.mooring.systemtests.law;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.topology.RelationshipStore;
import dev.mooring.topology.TopologyConfig;
import dev.mooring.topology.state.RocksSpace;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The law of section 3, with instances that are killed whenever it hurts. */
@ExtendWith(SharedCluster.class)
class KilledInstancesTest {

  private static final int EVENTS = 12_000;
  private static final int KILLS = 10;
  private static final int KILLS_OF_ROCKSDB = 5;
  private static final Duration WHILE_KILLING = Duration.ofSeconds(25);

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  private Path directory;

  private final List<Duration> recoveries = new ArrayList<>();

  @Test
  void shouldEndInTheRowsOfOneQuietRunHoweverOftenInstancesAreKilled(Cluster cluster)
      throws Exception {
    killThroughout(cluster, KILLS, WHILE_KILLING, cluster::topology);
  }

  /** And whichever store an instance has: it comes back with the other one, now and then. */
  @Test
  void shouldEndInTheRowsOfOneQuietRunWithRelationshipsInRocksDb(Cluster cluster) throws Exception {
    AtomicInteger starts = new AtomicInteger();
    killThroughout(
        cluster,
        KILLS_OF_ROCKSDB,
        WHILE_KILLING.dividedBy(2),
        state ->
            cluster
                .topology(state)
                .with(
                    starts.incrementAndGet() % 4 == 0
                        ? new RelationshipStore.Heap()
                        : new RelationshipStore.RocksDb(RocksSpace.LEAST_MEMORY)));
  }

  private void killThroughout(
      Cluster cluster, int kills, Duration time, Function<Path, TopologyConfig> configs)
      throws Exception {
    // given
    long seed = Workload.seed();
    Workload workload = Workload.of(seed, EVENTS);
    RowBodies quiet = quietRun(cluster, workload);
    cluster.reset();

    // when
    try (LedgerWatch ledger = new LedgerWatch(cluster);
        Trickle trickle = new Trickle(cluster, workload.shuffled(), time);
        Instances instances = new Instances(directory.resolve("killed"), configs)) {
      instances.start();
      instances.start();
      instances.awaitRunning();
      killAndRestart(instances, kills, new Random(seed));
      trickle.finish();
      cluster.settle();

      // then
      cluster.assertRowsOfOracle(workload.told());
      cluster.assertRows(quiet);
      cluster.assertLedger(workload.shuffled());
      Command.assertVerified(cluster, directory);
      ledger.assertSound();
      assertThat(ledger.commits()).isGreaterThan(kills);
    }
    System.out.println("from start of the process to running, after a kill: " + recoveries);
  }

  private RowBodies quietRun(Cluster cluster, Workload workload) throws Exception {
    try (Instances one = new Instances(directory.resolve("quiet"), cluster::topology)) {
      one.start();
      one.awaitRunning();
      cluster.publish(workload.told());
      cluster.settle();
      return cluster.bodies();
    }
  }

  /** Mostly with the state directory that was left behind; twice without it. */
  private void killAndRestart(Instances instances, int kills, Random random) throws Exception {
    for (int kill = 0; kill < kills; kill++) {
      Faults.pause(Duration.ofMillis(200 + random.nextInt(3_000)));
      int victim = random.nextInt(2);
      instances.get(victim).kill();
      instances.get(victim).ranAfter().ifPresent(recoveries::add);
      if (kill % 5 == 3) {
        instances.forget(victim);
      }
      instances.restart(victim);
    }
    instances.awaitRunning();
  }
}
