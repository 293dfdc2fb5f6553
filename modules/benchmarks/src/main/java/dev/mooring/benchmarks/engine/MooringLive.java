package dev.mooring.benchmarks.engine;

import dev.mooring.topology.TopologyConfig;
import dev.mooring.topology.TopologyRunner;

/** Mooring's own topology under exactly_once_v2, as {@code mooring start} runs it. */
public final class MooringLive implements LiveEngine {

  @Override
  public AutoCloseable start(Job job, Runnable assigned) throws InterruptedException {
    TopologyConfig config = MooringRun.config(job);
    TopologyRunner runner = TopologyRunner.start(config, assigned);
    if (!runner.awaitRunning(MooringRun.TO_START)) {
      throw new IllegalStateException(
          "not running after " + MooringRun.TO_START, runner.failure().orElse(null));
    }
    return runner;
  }
}
