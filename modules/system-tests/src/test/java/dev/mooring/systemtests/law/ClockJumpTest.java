package dev.mooring.systemtests.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The law of section 3, with the clock of an instance a day ahead, and a day behind. */
@ExtendWith(SharedCluster.class)
class ClockJumpTest {

  private static final int EVENTS = 6_000;
  private static final int FEWER_EVENTS = 2_000;
  private static final Duration WHILE_JUMPING = Duration.ofSeconds(14);
  private static final Duration TO_END = Duration.ofSeconds(30);
  private static final Duration BETWEEN_JUMPS = Duration.ofSeconds(4);

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  private Path directory;

  /** A day ahead the brokers refuse what it stamps; a day behind it works. */
  @Test
  void shouldEndInTheRowsOfTheOracleThoughAClockJumps(Cluster cluster) throws Exception {
    assumeTrue(FakeClock.installed().isPresent(), "libfaketime is not installed: NO CLOCK JUMPS");

    // given
    Workload workload = Workload.of(Workload.seed(), EVENTS);
    FakeClock clock = FakeClock.in(directory);
    try (Instances instances = new Instances(directory.resolve("instances"), cluster::topology)) {
      instances.launch(Launch.in(clock.environment()));
      instances.start();
      instances.awaitRunning(); // first, so that it has all the work
      instances.launch(Launch.USUAL);
      instances.start();
      instances.awaitRunning();
      instances.launch(Launch.in(clock.environment()));

      // when
      try (Trickle trickle = new Trickle(cluster, workload.shuffled(), WHILE_JUMPING)) {
        Faults.pause(BETWEEN_JUMPS);
        clock.jumpTo("+1d");
        Awaitility.await().atMost(TO_END).until(() -> !instances.get(0).isAlive());
        assertThat(instances.get(0).log()).contains("InvalidTimestampException");
        clock.jumpTo("-1d");
        instances.restart(0);
        instances.get(0).awaitRunning(Instances.TO_RUN);
        trickle.finish();
      }
      cluster.settle();

      // then
      cluster.assertRowsOfOracle(workload.told());
      cluster.assertLedger(workload.shuffled());
      Command.assertVerified(cluster, directory);
      assertThat(instances.get(1).isAlive()).isTrue();
    }
  }

  /** With nobody who would take its partitions when its heartbeats are missing. */
  @Test
  void shouldGoOnAloneThoughItsClockIsSetBack(Cluster cluster) throws Exception {
    assumeTrue(FakeClock.installed().isPresent(), "libfaketime is not installed: NO CLOCK JUMPS");

    // given
    Workload workload = Workload.of(Workload.seed(), FEWER_EVENTS);
    FakeClock clock = FakeClock.in(directory);
    try (Instances instances = new Instances(directory.resolve("alone"), cluster::topology)) {
      instances.launch(Launch.in(clock.environment()));
      instances.start();
      instances.awaitRunning();

      // when
      try (Trickle trickle = new Trickle(cluster, workload.shuffled(), BETWEEN_JUMPS)) {
        clock.jumpTo("-1d");
        trickle.finish();
      }
      cluster.settle();

      // then
      cluster.assertRowsOfOracle(workload.told());
      cluster.assertLedger(workload.shuffled());
      Command.assertVerified(cluster, directory);
      assertThat(instances.get(0).isAlive()).isTrue();
    }
  }
}
