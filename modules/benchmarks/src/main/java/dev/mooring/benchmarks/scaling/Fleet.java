package dev.mooring.benchmarks.scaling;

import dev.mooring.benchmarks.bench.ChildJvm;
import dev.mooring.benchmarks.bench.Engines;
import dev.mooring.benchmarks.bench.Stack;
import dev.mooring.benchmarks.engine.Job;
import dev.mooring.benchmarks.engine.LiveMain;
import dev.mooring.benchmarks.engine.MooringLive;
import dev.mooring.benchmarks.engine.MooringRun;
import dev.mooring.contract.Topics;
import dev.mooring.topology.TopologyConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The instances of one topology, each in a process of its own. */
record Fleet(List<ChildJvm> instances) implements AutoCloseable {

  static Fleet start(Shape shape, ScalingConfig config, Path place, Stack stack)
      throws IOException {
    List<ChildJvm> instances = new ArrayList<>();
    for (int number = 1; number <= shape.instances(); number++) {
      Path state = Files.createDirectory(place.resolve("state-" + number));
      Job job = job(shape, config, stack, state);
      instances.add(Engines.start(place, config.jvmOptions(), MooringLive.class, job));
    }
    return new Fleet(instances);
  }

  void awaitRunning() {
    for (ChildJvm instance : instances) {
      instance.expect(LiveMain.ASSIGNED);
      instance.expect(LiveMain.RUNNING);
    }
  }

  /** Processor seconds of all instances since they began. */
  double cpuSeconds() {
    return instances.stream().mapToDouble(ChildJvm::cpuSeconds).sum();
  }

  @Override
  public void close() {
    instances.forEach(ChildJvm::close);
  }

  private static Job job(Shape shape, ScalingConfig config, Stack stack, Path state) {
    return new Job(
        stack.bootstrap(),
        stack.registry(),
        Topics.EVENTS.name(),
        config.partitions(),
        config.events(),
        state.resolveSibling("rows.tsv"),
        state,
        Map.of(
            MooringRun.APPLICATION,
            TopologyConfig.LIVE,
            MooringRun.COMMIT_MILLIS,
            Integer.toString(config.commitMillis()),
            MooringRun.THREADS,
            Integer.toString(shape.threads())));
  }
}
