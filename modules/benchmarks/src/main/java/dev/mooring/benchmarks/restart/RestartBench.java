package dev.mooring.benchmarks.restart;

import dev.mooring.benchmarks.bench.Application;
import dev.mooring.benchmarks.bench.Engines;
import dev.mooring.benchmarks.bench.Loader;
import dev.mooring.benchmarks.bench.Machine;
import dev.mooring.benchmarks.bench.OracleMain;
import dev.mooring.benchmarks.bench.Stack;
import dev.mooring.benchmarks.bench.WorkDirectory;
import dev.mooring.benchmarks.engine.Job;
import dev.mooring.benchmarks.engine.MooringLive;
import dev.mooring.benchmarks.engine.MooringRun;
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
import java.util.Map;
import java.util.stream.Stream;

/** One go: a topology that is stopped and killed, and started again each time. */
final class RestartBench implements AutoCloseable {

  private final RestartConfig config;
  private final Path dir;
  private final PrintWriter progress;
  private final Stack stack;
  private final Application application;
  private final Loader loader;
  private final HistoryGenerator history;
  private final Path state;
  private long published;

  private RestartBench(RestartConfig config, Path dir, PrintWriter progress) {
    this.config = config;
    this.dir = dir;
    this.progress = progress;
    this.state = dir.resolve("state");
    this.stack = Stack.start(dir, config.partitions());
    this.application = new Application(stack.bootstrap(), TopologyConfig.LIVE);
    this.loader =
        new Loader(stack.bootstrap(), Topics.EVENTS.name(), stack.register(Topics.EVENTS));
    this.history = new HistoryGenerator(HistoryConfig.of(config.seed(), config.allEvents()));
  }

  /**
   * Runs everything.
   *
   * @param dir empty directory for all that is kept on disk meanwhile
   * @param progress takes a line at every step
   */
  static RestartResult run(RestartConfig config, Path dir, PrintWriter progress)
      throws IOException, InterruptedException {
    Path expected = dir.resolve("rows-expected.tsv");
    OracleMain.ask(dir, config.seed(), config.allEvents(), expected);
    try (RestartBench bench = new RestartBench(config, dir, progress);
        CommittedRows committed =
            new CommittedRows(bench.stack.bootstrap(), Lane.LIVE, Topics.OUTPUTS)) {
      List<Start> starts = bench.starts();
      Rows rows = committed.read();
      rows.remove(Topics.LEDGER);
      Path actual = dir.resolve("rows.tsv");
      rows.write(actual);
      RowDifference difference = RowDifference.between(expected, actual);
      difference.first().forEach(bench::say);
      return new RestartResult(
          Machine.current(), config, starts, rows.size(), difference.different());
    }
  }

  @Override
  public void close() {
    try (stack;
        application) {
      // closed in turn, each even when the one before fails
    }
  }

  private List<Start> starts() throws IOException, InterruptedException {
    List<Start> starts = new ArrayList<>();
    publish(config.events());
    HeldState held = HeldState.read(stack.bootstrap());
    Instance instance = instance();
    starts.add(measure(instance, "nothing: the first start", held));
    for (Stop stop : config.stops()) {
      end(instance, stop);
      held = HeldState.read(stack.bootstrap());
      instance = instance();
      starts.add(measure(instance, stop.what(), held));
    }
    instance.close();
    return starts;
  }

  private Start measure(Instance instance, String what, HeldState held)
      throws InterruptedException {
    Start start = instance.measure(what, published - application.committed(), held, application);
    say("after %s: RUNNING in %.1f s".formatted(what, start.running()));
    return start;
  }

  private void end(Instance instance, Stop stop) throws IOException, InterruptedException {
    if (stop.isKill()) {
      killInMidRun(instance);
    } else {
      instance.close();
    }
    if (stop == Stop.LOSS) {
      new WorkDirectory(state).close();
    }
  }

  /** While it is at work on what has just been published. */
  private void killInMidRun(Instance instance) throws InterruptedException {
    long before = published;
    publish(config.more());
    application.awaitCommitted(before + 1);
    instance.kill();
  }

  private void publish(long events) {
    loader.load(Stream.generate(history::next).limit(events).iterator());
    published += events;
  }

  private Instance instance() throws IOException {
    Files.createDirectories(state);
    Job job =
        new Job(
            stack.bootstrap(),
            stack.registry(),
            Topics.EVENTS.name(),
            config.partitions(),
            config.allEvents(),
            dir.resolve("rows.tsv"),
            state,
            Map.of(
                MooringRun.APPLICATION,
                TopologyConfig.LIVE,
                MooringRun.COMMIT_MILLIS,
                Integer.toString(config.commitMillis()),
                MooringRun.THREADS,
                Integer.toString(config.threads())));
    return Instance.start(() -> Engines.start(dir, config.jvmOptions(), MooringLive.class, job));
  }

  private void say(String line) {
    progress.println(line);
    progress.flush();
  }
}
