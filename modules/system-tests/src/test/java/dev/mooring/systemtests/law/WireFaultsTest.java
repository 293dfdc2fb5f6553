package dev.mooring.systemtests.law;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.systemtests.proxy.Fault;
import dev.mooring.systemtests.proxy.FaultPlan;
import dev.mooring.systemtests.proxy.FaultProxy;
import dev.mooring.systemtests.proxy.RandomFaults;
import dev.mooring.topology.TopologyConfig;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.protocol.Errors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * The law of section 3, with a network and a broker in trouble: requests and responses are lost.
 */
@ExtendWith(SharedCluster.class)
class WireFaultsTest {

  private static final int EVENTS = 10_000;
  private static final Duration TROUBLE = Duration.ofSeconds(25);
  private static final double SHARE = 0.05;

  private static final Fault LATE = new Fault.Delay(Duration.ofMillis(300));
  private static final Fault CUT = new Fault.CutBefore();
  private static final Fault HALF = new Fault.CutInResponse();

  /** A client that is swallowed waits this long: by default it would be half a minute. */
  private static final String REQUEST_TIMEOUT_MS = "2000";

  private static final Map<ApiKeys, List<Fault>> FAULTS =
      Map.of(
          ApiKeys.PRODUCE,
          List.of(LATE, CUT, HALF, answer(Errors.NOT_LEADER_OR_FOLLOWER), new Fault.Swallow()),
          ApiKeys.END_TXN,
          List.of(
              LATE,
              CUT,
              HALF,
              answer(Errors.NOT_COORDINATOR),
              answer(Errors.COORDINATOR_LOAD_IN_PROGRESS),
              new Fault.AnswerAfterwards(Errors.COORDINATOR_NOT_AVAILABLE)),
          ApiKeys.INIT_PRODUCER_ID,
          List.of(CUT, HALF, answer(Errors.CONCURRENT_TRANSACTIONS)),
          ApiKeys.TXN_OFFSET_COMMIT,
          List.of(CUT, HALF, answer(Errors.COORDINATOR_LOAD_IN_PROGRESS)),
          ApiKeys.FETCH,
          List.of(LATE, CUT, HALF),
          ApiKeys.HEARTBEAT,
          List.of(CUT, HALF),
          ApiKeys.METADATA,
          List.of(CUT, HALF, new Fault.Swallow()));

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  private Path directory;

  @Test
  void shouldEndInTheRowsOfTheOracleThoughRequestsAndResponsesAreLost(Cluster cluster)
      throws Exception {
    // given
    long seed = Workload.seed();
    Workload workload = Workload.of(seed, EVENTS);
    RandomFaults faults = new RandomFaults(seed, SHARE, FAULTS);

    // when
    try (FaultProxy proxy = FaultProxy.before(cluster.bootstrapServers());
        LedgerWatch ledger = new LedgerWatch(cluster);
        Trickle trickle = new Trickle(cluster, workload.shuffled(), TROUBLE);
        Instances instances = new Instances(directory, state -> behind(proxy, cluster, state))) {
      instances.start();
      instances.start();
      instances.awaitRunning();
      proxy.follow(faults);
      Faults.pause(TROUBLE.dividedBy(2));
      proxy.cutAll();
      Faults.pause(TROUBLE.dividedBy(2));
      proxy.follow(FaultPlan.NONE);
      trickle.finish();
      cluster.settle();

      // then
      System.out.println("faults on the wire: " + faults.happened());
      assertThat(faults.happened().keySet())
          .anyMatch(fault -> fault.startsWith(ApiKeys.END_TXN.name()))
          .anyMatch(fault -> fault.startsWith(ApiKeys.PRODUCE.name()));
      assertThat(instances.get(0).isAlive()).isTrue();
      assertThat(instances.get(1).isAlive()).isTrue();
      cluster.assertRowsOfOracle(workload.told());
      cluster.assertLedger(workload.shuffled());
      Command.assertVerified(cluster, directory);
      ledger.assertSound();
    }
  }

  private static TopologyConfig behind(FaultProxy proxy, Cluster cluster, Path state) {
    TopologyConfig config = cluster.topology(state);
    return new TopologyConfig(
        proxy.bootstrapServers(),
        config.applicationId(),
        config.partitions(),
        config.stateDirectory(),
        config.threads(),
        config.commitInterval(),
        config.rowSerializer(),
        config.registry(),
        Map.of(
            "producer.request.timeout.ms", REQUEST_TIMEOUT_MS,
            "consumer.request.timeout.ms", REQUEST_TIMEOUT_MS,
            "admin.request.timeout.ms", REQUEST_TIMEOUT_MS));
  }

  private static Fault answer(Errors error) {
    return new Fault.Answer(error);
  }
}
