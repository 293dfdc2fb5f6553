package dev.mooring.benchmarks.bench;

import dev.mooring.topology.TopologyConfig;
import dev.mooring.topology.TopologyRunner;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/**
 * An instance of the topology that a test may kill. Arguments: bootstrap servers, registry, number
 * of partitions, state directory. It says when it runs, and ends with its standard input.
 */
final class TopologyChild {

  static final String READY = "ready";

  private TopologyChild() {}

  public static void main(String[] args) throws InterruptedException, IOException {
    TopologyConfig config =
        TopologyConfig.of(args[0], args[1], Integer.parseInt(args[2]), Path.of(args[3]));
    try (TopologyRunner runner = TopologyRunner.start(config)) {
      if (!runner.awaitRunning(Duration.ofMinutes(2))) {
        throw new IllegalStateException("not running", runner.failure().orElse(null));
      }
      System.out.println(READY);
      while (System.in.read() >= 0) {
        // until whoever started it closes its end
      }
    }
  }
}
