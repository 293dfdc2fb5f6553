package dev.mooring.systemtests.law;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.contract.event.Event;
import dev.mooring.metrics.oracle.RandomHistory;
import dev.mooring.topology.TopologyRunner;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopologyOnBrokerTest {

  @Test
  void shouldEndInTheRowsOfTheOracle(@TempDir Path directory) throws Exception {
    List<Event> events = new RandomHistory(21).take(20_000);
    try (Cluster cluster = Cluster.start(directory.resolve("stack"))) {
      long t0 = System.nanoTime();
      try (TopologyRunner topology =
          TopologyRunner.start(cluster.topology(directory.resolve("state")))) {
        assertThat(topology.awaitRunning(Duration.ofMinutes(1))).isTrue();
        System.out.println("running after ms " + (System.nanoTime() - t0) / 1_000_000);
        cluster.publish(events);
        t0 = System.nanoTime();
        cluster.settle();
        System.out.println("settled after ms " + (System.nanoTime() - t0) / 1_000_000);
        cluster.assertRowsOfOracle(events);
      }
    }
  }
}
