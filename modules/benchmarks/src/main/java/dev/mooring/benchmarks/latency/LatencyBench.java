package dev.mooring.benchmarks.latency;

import dev.mooring.benchmarks.bench.ChildJvm;
import dev.mooring.benchmarks.bench.Engines;
import dev.mooring.benchmarks.bench.Machine;
import dev.mooring.benchmarks.bench.Stack;
import dev.mooring.benchmarks.engine.Job;
import dev.mooring.benchmarks.engine.LiveMain;
import dev.mooring.benchmarks.history.HistoryConfig;
import dev.mooring.benchmarks.history.HistoryGenerator;
import dev.mooring.contract.Topics;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** One go: every engine at every rate. */
final class LatencyBench {

  private final LatencyConfig config;
  private final Path dir;
  private final PrintWriter progress;

  /**
   * A bench that is to run.
   *
   * @param dir empty directory for all that is kept on disk meanwhile
   * @param progress takes a line at every step
   */
  LatencyBench(LatencyConfig config, Path dir, PrintWriter progress) {
    this.config = config;
    this.dir = dir;
    this.progress = progress;
  }

  LatencyResult run() throws IOException, InterruptedException {
    List<LatencyLine> lines = new ArrayList<>();
    for (LiveContender contender : config.engines()) {
      lines.addAll(measure(contender));
    }
    return new LatencyResult(
        Machine.current(),
        config.seed(),
        config.partitions(),
        config.commitMillis(),
        config.warmUpSeconds(),
        config.seconds(),
        config.probesPerSecond(),
        lines);
  }

  private List<LatencyLine> measure(LiveContender contender)
      throws IOException, InterruptedException {
    Path place = Files.createDirectory(dir.resolve(contender.name()));
    try (Stack stack = Stack.start(place, config.partitions());
        ChildJvm engine = start(contender, place, stack);
        Flow flow = flow(stack)) {
      engine.expect(LiveMain.ASSIGNED);
      engine.expect(LiveMain.RUNNING);
      List<LatencyLine> lines = new ArrayList<>();
      for (int rate : config.rates()) {
        lines.add(measure(contender, rate, stack, engine, flow));
      }
      return lines;
    }
  }

  private LatencyLine measure(
      LiveContender contender, int rate, Stack stack, ChildJvm engine, Flow flow)
      throws InterruptedException {
    say("%s at %,d events/s".formatted(contender.name(), rate));
    flow.send(rate, config.warmUpSeconds(), config.probesPerSecond());
    int from = flow.probes();
    double engineCpu = engine.cpuSeconds();
    double brokerCpu = stack.brokerCpuSeconds();
    flow.send(rate, config.seconds(), config.probesPerSecond());
    engineCpu = engine.cpuSeconds() - engineCpu;
    brokerCpu = stack.brokerCpuSeconds() - brokerCpu;
    flow.awaitArrivals();
    return new LatencyLine(
        contender.name(),
        contender.what(),
        rate,
        flow.probes() - from,
        flow.untilMooring(from),
        flow.untilBank(from),
        engineCpu / config.seconds(),
        brokerCpu / config.seconds());
  }

  private ChildJvm start(LiveContender contender, Path place, Stack stack) throws IOException {
    Job job =
        new Job(
            stack.bootstrap(),
            stack.registry(),
            Topics.EVENTS.name(),
            config.partitions(),
            config.events(),
            place.resolve("rows.tsv"),
            Files.createDirectory(place.resolve("state")),
            contender.settings(config.commitMillis()));
    List<String> options = new ArrayList<>(config.jvmOptions());
    options.addAll(contender.jvmOptions());
    return Engines.start(place, options, contender.engine(), job);
  }

  private Flow flow(Stack stack) {
    HistoryGenerator history =
        new HistoryGenerator(HistoryConfig.of(config.seed(), config.events()));
    return Flow.start(
        stack.bootstrap(),
        stack.register(Topics.EVENTS),
        history,
        config.probes(),
        InstantSource.system());
  }

  private void say(String line) {
    progress.println(line);
    progress.flush();
  }
}
