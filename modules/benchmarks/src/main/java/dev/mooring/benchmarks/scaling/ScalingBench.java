package dev.mooring.benchmarks.scaling;

import dev.mooring.benchmarks.bench.Application;
import dev.mooring.benchmarks.bench.Machine;
import dev.mooring.benchmarks.bench.OracleMain;
import dev.mooring.benchmarks.bench.Stack;
import dev.mooring.benchmarks.history.HistoryConfig;
import dev.mooring.benchmarks.history.HistoryGenerator;
import dev.mooring.benchmarks.rows.CommittedRows;
import dev.mooring.benchmarks.rows.RowDifference;
import dev.mooring.benchmarks.rows.Rows;
import dev.mooring.contract.Lane;
import dev.mooring.contract.Topics;
import dev.mooring.topology.TopologyConfig;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One go: the same history by every shape, each on a cluster of its own. */
final class ScalingBench {

  private final ScalingConfig config;
  private final Path dir;
  private final PrintWriter progress;
  private final Path expected;

  /**
   * A bench that is to run.
   *
   * @param dir empty directory for all that is kept on disk meanwhile
   * @param progress takes a line at every step
   */
  ScalingBench(ScalingConfig config, Path dir, PrintWriter progress) {
    this.config = config;
    this.dir = dir;
    this.progress = progress;
    this.expected = dir.resolve("rows-expected.tsv");
  }

  ScalingResult run() throws IOException, InterruptedException {
    OracleMain.ask(dir, config.seed(), config.events(), expected);
    List<ScalingLine> lines = new ArrayList<>();
    for (Shape shape : config.shapes()) {
      ScalingLine line = measure(shape);
      lines.add(line.against(lines.isEmpty() ? line : lines.getFirst()));
      say("%s: %,.0f events/s".formatted(shape, line.eventsPerSecond()));
    }
    return new ScalingResult(
        Machine.current(),
        config.events(),
        config.seed(),
        config.partitions(),
        config.commitMillis(),
        lines);
  }

  private ScalingLine measure(Shape shape) throws IOException, InterruptedException {
    Path place = Files.createDirectory(dir.resolve(shape.toString()));
    try (Stack stack = Stack.start(place, config.partitions());
        HeldHistory history = load(stack);
        CommittedRows committed = new CommittedRows(stack.bootstrap(), Lane.LIVE, Topics.OUTPUTS);
        Application application = new Application(stack.bootstrap(), TopologyConfig.LIVE);
        Fleet fleet = Fleet.start(shape, config, place, stack)) {
      fleet.awaitRunning();
      application.awaitMembers(shape.allThreads(), config.sourcePartitions());
      Settle settle = settle(stack, history, application, fleet);
      Rows rows = committed.read();
      rows.remove(Topics.LEDGER);
      return line(shape, settle, rows, place.resolve("rows.tsv"));
    }
  }

  private record Settle(double seconds, double engineCpu, double brokerCpu) {}

  private static Settle settle(
      Stack stack, HeldHistory history, Application application, Fleet fleet)
      throws InterruptedException {
    double engineCpu = fleet.cpuSeconds();
    double brokerCpu = stack.brokerCpuSeconds();
    long began = System.nanoTime();
    history.release();
    application.awaitSettled();
    double seconds = (System.nanoTime() - began) / 1e9;
    return new Settle(
        seconds, fleet.cpuSeconds() - engineCpu, stack.brokerCpuSeconds() - brokerCpu);
  }

  private ScalingLine line(Shape shape, Settle settle, Rows rows, Path actual) {
    rows.write(actual);
    RowDifference difference = RowDifference.between(expected, actual);
    difference.first().forEach(this::say);
    double millions = config.events() / 1e6;
    return new ScalingLine(
        shape.instances(),
        shape.threads(),
        config.events() / settle.seconds(),
        1,
        settle.engineCpu() / millions,
        settle.brokerCpu() / millions,
        rows.size(),
        difference.different());
  }

  private HeldHistory load(Stack stack) {
    return HeldHistory.load(
        stack.bootstrap(),
        stack.register(Topics.EVENTS),
        new HistoryGenerator(HistoryConfig.of(config.seed(), config.events())));
  }

  private void say(String line) {
    progress.println(line);
    progress.flush();
  }
}
