package dev.mooring.benchmarks.engine;

import dev.mooring.topology.Restoring;
import dev.mooring.topology.TopologyConfig;
import dev.mooring.topology.TopologyRunner;
import java.time.Duration;

/** Mooring's own topology under exactly_once_v2, as {@code mooring start} runs it. */
public final class MooringLive implements LiveEngine {

  @Override
  public Running start(Job job, Runnable assigned) throws InterruptedException {
    TopologyConfig config = MooringRun.config(job);
    TopologyRunner runner = TopologyRunner.start(config, assigned);
    if (!runner.awaitRunning(MooringRun.TO_START)) {
      throw new IllegalStateException(
          "not running after " + MooringRun.TO_START, runner.failure().orElse(null));
    }
    return new Instance(runner);
  }

  private record Instance(TopologyRunner runner) implements Running {

    @Override
    public Restored restored() {
      Restoring read = runner.restoring();
      return new Restored(
          read.entries(), Duration.between(read.began(), read.last()).toNanos() / 1e9);
    }

    @Override
    public void close() {
      runner.close();
    }
  }
}
