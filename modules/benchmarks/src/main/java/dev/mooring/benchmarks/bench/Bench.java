package dev.mooring.benchmarks.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mooring.benchmarks.engine.EngineMain;
import dev.mooring.benchmarks.engine.EngineReport;
import dev.mooring.benchmarks.engine.Job;
import dev.mooring.benchmarks.history.HistoryConfig;
import dev.mooring.benchmarks.history.HistoryGenerator;
import dev.mooring.benchmarks.rows.RowDifference;
import dev.mooring.contract.TopicSpec;
import dev.mooring.contract.Topics;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** One go: broker, load, every contender, results. */
final class Bench {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Those that contenders write one after the other. */
  private static final Set<String> SHARED =
      Topics.all().stream()
          .filter(topic -> !topic.equals(Topics.EVENTS))
          .map(TopicSpec::name)
          .collect(Collectors.toUnmodifiableSet());

  private final BenchConfig config;
  private final Path dir;
  private final PrintWriter progress;
  private final TopicSpec topic;
  private final Path expected;

  /**
   * A bench that is to run.
   *
   * @param dir empty directory for all that is kept on disk meanwhile
   * @param progress takes a line at every step
   */
  Bench(BenchConfig config, Path dir, PrintWriter progress) {
    this.config = config;
    this.dir = dir;
    this.progress = progress;
    this.topic = Topics.EVENTS.withPartitions(config.partitions());
    this.expected = dir.resolve("rows-expected.tsv");
  }

  /** Runs everything. */
  BenchResult run() {
    askOracle();
    try (Stack stack = Stack.start(dir, config.partitions())) {
      try {
        return run(stack);
      } catch (RuntimeException failed) {
        say(stack.lastWords());
        throw failed;
      }
    }
  }

  private BenchResult run(Stack stack) {
    Loader.Loaded loaded = load(stack);
    List<Measurement> measurements = new ArrayList<>();
    for (Contender contender : config.contenders()) {
      for (int run = 1; run <= config.runs(); run++) {
        measurements.add(measure(contender, run, stack));
      }
    }
    return new BenchResult(Machine.current(), config.seed(), loaded, measurements);
  }

  private void askOracle() {
    say("The oracle works out what the rows should be");
    long rows = OracleMain.ask(dir, config.seed(), config.events(), expected);
    say("The oracle has " + rows + " rows");
  }

  private Loader.Loaded load(Stack stack) {
    say("Loading %,d events into %s".formatted(config.events(), topic.name()));
    Loader.Loaded loaded =
        new Loader(stack.bootstrap(), topic.name(), stack.register(topic))
            .load(new HistoryGenerator(HistoryConfig.of(config.seed(), config.events())));
    say(
        "Loaded in %.1f s, bodies of %.0f bytes"
            .formatted(loaded.seconds(), (double) loaded.bodyBytes() / loaded.events()));
    return loaded;
  }

  private Measurement measure(Contender contender, int run, Stack stack) {
    String runName = contender.name() + "-" + run;
    Job job = job(contender, runName, stack);
    Map<String, Long> before = stack.endOffsets();
    Map<String, Long> bytesBefore = stack.logBytes();
    try (ChildJvm engine = startEngine(contender, job)) {
      engine.expect(EngineMain.STARTED);
      double brokerCpu = stack.brokerCpuSeconds();
      engine.expect(EngineMain.STOPPED);
      brokerCpu = stack.brokerCpuSeconds() - brokerCpu;
      EngineReport report = report(engine.line());
      Measurement measurement =
          new Measurement(
              contender.name(),
              contender.what(),
              report,
              brokerCpu,
              added(before, stack.endOffsets()),
              added(bytesBefore, stack.logBytes()),
              differentRows(report, job.rows()));
      say("%s: %,.0f events/s".formatted(runName, measurement.eventsPerSecond()));
      return measurement;
    }
  }

  private ChildJvm startEngine(Contender contender, Job job) {
    List<String> options = new ArrayList<>(config.jvmOptions());
    options.addAll(contender.jvmOptions());
    return ChildJvm.start(dir, options, EngineMain.class, contender.engine().getName(), json(job));
  }

  private Job job(Contender contender, String runName, Stack stack) {
    try {
      return new Job(
          stack.bootstrap(),
          stack.registry(),
          topic.name(),
          topic.partitions(),
          config.events(),
          dir.resolve("rows-" + runName + ".tsv"),
          Files.createDirectory(dir.resolve("state-" + runName)),
          contender.settings());
    } catch (IOException e) {
      throw new UncheckedIOException("making a place for " + runName, e);
    }
  }

  private Long differentRows(EngineReport report, Path rows) {
    if (report.records() != config.events()) {
      throw new IllegalStateException(
          "records: " + report.records() + ", should be " + config.events());
    }
    if (report.rows() == null) {
      return null;
    }
    RowDifference difference = RowDifference.between(expected, rows);
    difference.first().forEach(this::say);
    return difference.different();
  }

  /**
   * Only of topics that this run has made, or shares by the catalogue: Kafka may purge meanwhile
   * what an earlier run has left in topics of its own.
   */
  private Map<String, Long> added(Map<String, Long> before, Map<String, Long> after) {
    Map<String, Long> differences = new TreeMap<>();
    after.forEach(
        (name, now) -> {
          long difference = now - before.getOrDefault(name, 0L);
          boolean own = !before.containsKey(name) || SHARED.contains(name);
          if (difference != 0 && own) {
            differences.put(name, difference);
          }
        });
    return differences;
  }

  private void say(String line) {
    progress.println(line);
    progress.flush();
  }

  private static String json(Job job) {
    try {
      return JSON.writeValueAsString(job);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static EngineReport report(String line) {
    try {
      return JSON.readValue(line, EngineReport.class);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("an engine said: " + line, e);
    }
  }
}
