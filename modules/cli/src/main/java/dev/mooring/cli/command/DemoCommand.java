package dev.mooring.cli.command;

import dev.mooring.cli.CommandException;
import dev.mooring.cli.Surroundings;
import dev.mooring.cli.cluster.Cluster;
import dev.mooring.cli.output.Format;
import dev.mooring.cli.output.Output;
import dev.mooring.cli.settings.Setting;
import dev.mooring.cli.settings.Settings;
import dev.mooring.cli.stack.Directories;
import dev.mooring.cli.stack.Pipeline;
import dev.mooring.cli.stack.Samples;
import dev.mooring.contract.Topics;
import dev.mooring.contract.row.CityMetrics;
import dev.mooring.devstack.RunningStack;
import dev.mooring.metrics.Ranking;
import dev.mooring.view.Snapshot;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The whole pipeline on the sample history. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = "Runs the whole pipeline on the sample history and shows the metrics.",
    footer = {
      "",
      "It begins on an empty disk: .mooring/demo, which goes when it ends, or an empty DIR, which "
          + "stays. Without --once it goes on for other commands, until Ctrl-C or SIGTERM.",
      "",
      "Examples:",
      "  mooring demo --once",
      "  mooring demo --once -o json",
      "  mooring demo --data /tmp/mooring-demo"
    })
public final class DemoCommand implements Callable<Integer> {

  private static final List<String> NEXT =
      List.of(
          "",
          "The samples are news reports, not statistics: see samples/README.md.",
          "Where to look next, while `mooring demo` or `mooring up` runs:",
          "  mooring metrics cities hong-kong -o json    one city, every field",
          "  mooring moorings --city hong-kong           who is moored there",
          "  mooring events --bank za-bank               the events behind it",
          "  mooring publish FILE                        events of your own");

  private final Surroundings surroundings;

  @Mixin private SettingsOptions common;
  @Mixin private StackOptions stack;
  @Mixin private OutputOptions format;
  @Spec private CommandSpec spec;

  @Option(names = "--once", description = "Stop after the tables.")
  private boolean once;

  private Instant began;

  DemoCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws IOException {
    began = surroundings.clock().instant();
    Settings settings = common.settings(stack.settingsWithFreePorts());
    Path directory = emptyDirectory(settings);
    common.logBelow(directory);
    try (Pipeline pipeline =
        Pipeline.start(
            directory,
            stack.kafkaPortOrFree(),
            stack.registryPortOrFree(),
            settings,
            !once,
            this::tell)) {
      show(pipeline);
      if (!once) {
        spec.commandLine().getOut().println(pipeline.readyLine());
        spec.commandLine().getOut().flush();
        UntilStopped.run(pipeline::await, () -> close(pipeline, directory));
      }
    }
    discard(directory);
    return 0;
  }

  private void show(Pipeline pipeline) throws IOException {
    Cluster here = new Cluster(pipeline.settings());
    long events = samples().publish(here.publisher(), surroundings.clock());
    tell(events + " events published");
    here.awaitSettled();
    tell("all counted");
    write(here.read(List.of(Topics.BANK_METRICS, Topics.CITY_METRICS)), pipeline.url());
  }

  private void write(Snapshot rows, Optional<String> url) {
    Output output = format.to(spec);
    output.rows("banks", RowTables.BANKS, rows.bankMetrics().values().toList());
    List<CityMetrics> cities = rows.cityMetrics().values().toList();
    output.rows("cities", RowTables.CITIES, cities);
    output.rows("ranking", RowTables.RANKING, Ranking.hubs(cities));
    if (output.format() == Format.TABLE) {
      NEXT.forEach(output::line);
      url.ifPresent(http -> output.line("  " + http + "    all of it, live, in a browser"));
    }
  }

  private Samples samples() {
    return new Samples(
        surroundings.home().orElse(surroundings.resolve(Path.of(""))).resolve("samples"));
  }

  private Path emptyDirectory(Settings settings) throws IOException {
    Path dataDir = surroundings.resolve(settings.path(Setting.DATA_DIR));
    if (stack.data().isPresent()) {
      Directories.requireEmpty(dataDir);
      return dataDir;
    }
    Path own = dataDir.resolve(SettingsOptions.DEMO_DIRECTORY);
    if (RunningStack.find(own).isPresent()) {
      throw new CommandException(
          "a demo runs in " + own + "; stop it, or give this one a directory by --data DIR");
    }
    Directories.delete(own);
    return own;
  }

  private void close(Pipeline pipeline, Path directory) {
    pipeline.close();
    discard(directory);
  }

  /** A directory that was asked for stays. */
  private void discard(Path directory) {
    if (stack.data().isEmpty()) {
      Directories.delete(directory);
    }
  }

  private void tell(String step) {
    long tenths = Duration.between(began, surroundings.clock().instant()).toMillis() / 100;
    spec.commandLine()
        .getErr()
        .println("mooring: %3d.%d s  %s".formatted(tenths / 10, tenths % 10, step));
  }
}
