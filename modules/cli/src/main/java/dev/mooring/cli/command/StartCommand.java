package dev.mooring.cli.command;

import dev.mooring.cli.Surroundings;
import dev.mooring.cli.cluster.Cluster;
import dev.mooring.cli.cluster.TopicAdmin;
import dev.mooring.cli.settings.Setting;
import dev.mooring.cli.settings.Settings;
import dev.mooring.cli.settings.SettingsReader;
import dev.mooring.cli.stack.EndReason;
import dev.mooring.cli.stack.EndedException;
import dev.mooring.cli.stack.InstanceCommand;
import dev.mooring.cli.stack.RunningServer;
import dev.mooring.cli.stack.RunningTopology;
import dev.mooring.cli.stack.StateDirectory;
import dev.mooring.contract.Lane;
import dev.mooring.contract.TopicSpec;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs the topology against a cluster that is there. */
@Command(
    name = "start",
    mixinStandardHelpOptions = true,
    description = "Runs the topology and the HTTP server against a real cluster.",
    footer = {
      "",
      "It makes nothing: topics that are missing are made by mooring topics apply.",
      "",
      "Examples:",
      "  mooring start --bootstrap kafka:9092 --registry http://registry:8081",
      "  mooring start --config production.properties",
      "  mooring start --server-only --http-port 8080",
      "  mooring start --lane shadow-1"
    })
public final class StartCommand implements Callable<Integer>, InstanceCommand {

  private final Surroundings surroundings;

  @Mixin private ClusterOptions cluster;
  @Spec private CommandSpec spec;

  @Option(
      names = "--http-host",
      paramLabel = "ADDRESS",
      description = "Address that the HTTP server binds to.")
  private String httpHost;

  @Option(
      names = "--http-port",
      paramLabel = "PORT",
      description = "Port of the HTTP server; 0 takes a free one.")
  private Integer httpPort;

  @Option(
      names = "--lane",
      converter = LaneWords.class,
      paramLabel = "LANE",
      description = {
        "Which lane to run: live, or a shadow that `mooring replay start` has made, such as"
            + " shadow-1.",
        "A shadow runs without an HTTP server; once promoted, it goes on as the live lane."
      })
  private Lane lane;

  @Option(
      names = "--server-only",
      description = "Run the HTTP server without a topology: other instances run that.")
  private boolean serverOnly;

  StartCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Settings settings = cluster.settings(options());
    Lane wanted = lane == null ? Lane.LIVE : lane;
    requireLiveServer(wanted);
    if (wanted.isLive()) {
      RunningServer.check(settings); // a topology that comes and goes would disturb the others
    }
    requireTopics(settings);
    Path directory = surroundings.resolve(settings.path(Setting.DATA_DIR));
    cluster.logBelow(directory);
    if (serverOnly) {
      serve(settings, directory);
      return 0;
    }
    Path state = StateDirectory.of(settings, surroundings, wanted);
    try (RunningTopology topology = RunningTopology.begin(settings, state, wanted, this::tell)) {
      if (wanted.isLive()) {
        serve(settings, directory.resolve("view"), topology);
      } else {
        follow(topology, wanted);
      }
      return EndReason.STOPPED.code();
    }
  }

  private void tell(String what) {
    cluster.tell(spec, what);
  }

  /** The server answers while the topology restores its state, and says how far that is. */
  private void serve(Settings settings, Path directory, RunningTopology topology) {
    RunningServer server =
        RunningServer.start(settings, directory, () -> Optional.of(topology.local()));
    try {
      tell("HTTP at " + server.url());
      InstanceRun.untilStopped(
          topology, this::tell, () -> runs(server), () -> close(server, topology));
    } finally {
      server.close();
    }
  }

  private void runs(RunningServer server) {
    tell("topology runs");
    ready(server);
  }

  private static void close(RunningServer server, RunningTopology topology) {
    server.close();
    topology.close();
  }

  private void follow(RunningTopology topology, Lane shadow) {
    String runs = "lane %s runs; `mooring replay status` shows how far it is".formatted(shadow);
    InstanceRun.untilStopped(topology, this::tell, () -> tell(runs), topology::close);
  }

  private void serve(Settings settings, Path directory) {
    try (RunningServer server =
        RunningServer.start(settings, directory.resolve("view"), Optional::empty)) {
      ready(server);
      UntilStopped.idleThenSucceed(server::close);
    }
  }

  private void ready(RunningServer server) {
    spec.commandLine().getOut().println("ready http=" + server.url());
    spec.commandLine().getOut().flush();
  }

  private void requireLiveServer(Lane wanted) {
    if (serverOnly && !wanted.isLive()) {
      throw new ParameterException(
          spec.commandLine(),
          "--server-only: goes with the live lane, should be left out with --lane " + wanted);
    }
  }

  private Map<Setting, SettingsReader.Option> options() {
    Map<Setting, SettingsReader.Option> options = new EnumMap<>(Setting.class);
    SettingsOptions.put(options, Setting.HTTP_HOST, "--http-host", httpHost);
    SettingsOptions.put(options, Setting.HTTP_PORT, "--http-port", httpPort);
    return options;
  }

  private static void requireTopics(Settings settings) {
    try (TopicAdmin topics = new Cluster(settings).topics()) {
      List<TopicSpec> missing = topics.missing();
      if (!missing.isEmpty()) {
        throw new EndedException(
            missing.stream().map(TopicSpec::name).collect(Collectors.joining(", "))
                + (missing.size() == 1 ? " is" : " are")
                + " missing at "
                + settings.text(Setting.BOOTSTRAP_SERVERS)
                + "; run `mooring topics apply` first",
            EndReason.REFUSED);
      }
    }
  }
}
