package dev.mooring.cli.command;

import dev.mooring.cli.Surroundings;
import dev.mooring.cli.cluster.Cluster;
import dev.mooring.cli.settings.Setting;
import dev.mooring.cli.settings.Settings;
import dev.mooring.cli.stack.InstanceCommand;
import dev.mooring.cli.stack.RunningTopology;
import dev.mooring.cli.stack.StateDirectory;
import dev.mooring.contract.Lane;
import dev.mooring.replay.lane.LaneStart;
import dev.mooring.replay.lane.LaneStore;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.admin.Admin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes a shadow lane, and runs it. */
@Command(
    name = "start",
    mixinStandardHelpOptions = true,
    description = {
      "Makes a shadow lane and runs it with this build, until it is stopped.",
      "Where there is a shadow already, it goes on with that one."
    },
    footer = {
      "",
      "More instances, on any machine and with any build that has the same topology: mooring start "
          + "--lane LANE. For a lane that only another build is to run: --no-run.",
      "",
      "It goes on following the events when it has caught up. `mooring replay promote` makes it the"
          + " live lane, which this process then runs; `mooring replay abort` ends it.",
      "",
      "Examples:",
      "  mooring replay start",
      "  mooring replay start --no-run && other-build/mooring start --lane shadow-1"
    })
public final class ReplayStartCommand implements Callable<Integer>, InstanceCommand {

  private final Surroundings surroundings;

  @Mixin private ClusterOptions cluster;
  @Spec private CommandSpec spec;

  @Option(names = "--no-run", description = "Make the lane only; others run it.")
  private boolean noRun;

  ReplayStartCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Settings settings = cluster.settings();
    Lane lane = made(settings);
    spec.commandLine().getOut().println(lane);
    spec.commandLine().getOut().flush();
    if (!noRun) {
      run(settings, lane);
    }
    return 0;
  }

  private Lane made(Settings settings) {
    try (Admin admin = Admin.create(settings.admin());
        LaneStore lanes = new LaneStore(new Cluster(settings).access())) {
      LaneStart start = new LaneStart(admin, lanes);
      Optional<Lane> present = start.present();
      if (present.isPresent()) {
        tell("going on with lane %s".formatted(present.get()));
        return present.get();
      }
      Lane lane = start.make((short) settings.number(Setting.REPLICATION));
      tell("lane %s made: its topics are %s*".formatted(lane, lane.topicPrefix()));
      return lane;
    }
  }

  private void run(Settings settings, Lane lane) {
    Path directory = surroundings.resolve(settings.path(Setting.DATA_DIR));
    cluster.logBelow(directory);
    Path state = StateDirectory.of(settings, surroundings, lane);
    try (RunningTopology topology = RunningTopology.begin(settings, state, lane, this::tell)) {
      String runs =
          "lane %s runs; `mooring replay status --watch` shows how far it is".formatted(lane);
      InstanceRun.untilStopped(topology, this::tell, () -> tell(runs), topology::close);
    }
  }

  private void tell(String what) {
    spec.commandLine().getErr().println("mooring: " + what);
  }
}
