package dev.mooring.systemtests.law;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.topology.TopologyRunner;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SharedCluster.class)
class TopologyOnBrokerTest {

  @Test
  void shouldEndInTheRowsOfTheOracle(Cluster cluster, @TempDir Path directory) throws Exception {
    Workload workload = Workload.of(21, 20_000);
    try (TopologyRunner topology = TopologyRunner.start(cluster.topology(directory))) {
      assertThat(topology.awaitRunning(Duration.ofMinutes(1))).isTrue();
      cluster.publish(workload.shuffled());
      cluster.settle();
      cluster.assertRowsOfOracle(workload.told());
      cluster.assertLedger(workload.shuffled());
    }
  }
}
