package dev.mooring.cli.command;

import dev.mooring.cli.Surroundings;
import dev.mooring.cli.cluster.Cluster;
import dev.mooring.cli.output.Column;
import dev.mooring.cli.output.Columns;
import dev.mooring.cli.output.Format;
import dev.mooring.cli.output.Output;
import dev.mooring.cli.settings.Settings;
import dev.mooring.cli.stack.StateDirectory;
import dev.mooring.contract.Lane;
import dev.mooring.contract.row.LaneRow;
import dev.mooring.registry.RegistryConfig;
import dev.mooring.registry.SchemaRegistryClient;
import dev.mooring.replay.lane.GroupFence;
import dev.mooring.replay.lane.LaneAbort;
import dev.mooring.replay.lane.LaneRemoval;
import dev.mooring.replay.lane.LaneRemoval.Removed;
import dev.mooring.replay.lane.LaneStore;
import dev.mooring.topology.lane.LaneState;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.admin.Admin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Gives up a shadow lane. */
@Command(
    name = "abort",
    mixinStandardHelpOptions = true,
    description = {
      "Gives up a shadow lane: its instances end, and nothing of it stays in the cluster.",
      "Of a shadow that was promoted it removes what the former live lane has left."
    },
    footer = {
      "",
      "It removes the group, the internal topics, the output topics (mooring.LANE.*), their schemas"
          + " and the lane record, and the lane's state directory on this machine; instances"
          + " elsewhere remove their own. Instances get 20 s to leave. The live rows stay as they"
          + " are.",
      "",
      "In the middle of a promotion it stops that first, and the live lane goes on. Stopped midway,"
          + " run it again: it finishes.",
      "",
      "Examples:",
      "  mooring replay abort",
      "  mooring replay abort shadow-2 -o json"
    })
public final class ReplayAbortCommand implements Callable<Integer> {

  /** Something that was removed. */
  private record Line(String kind, String name) {}

  private static final Columns<Line> COLUMNS =
      Columns.of(List.of(Column.text("removed", Line::kind), Column.text("name", Line::name)));

  private final Surroundings surroundings;

  @Mixin private ShadowParameter shadow;
  @Mixin private ClusterOptions cluster;
  @Mixin private OutputOptions format;
  @Spec private CommandSpec spec;

  ReplayAbortCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Settings settings = cluster.settings();
    Removed removed;
    try (Admin admin = Admin.create(settings.admin());
        LaneStore lanes = new LaneStore(new Cluster(settings).access());
        SchemaRegistryClient registry =
            new SchemaRegistryClient(RegistryConfig.from(settings.registry()))) {
      LaneRow row = shadow.of(lanes.current());
      LaneRemoval removal =
          new LaneRemoval(
              admin,
              registry,
              GroupFence.of(admin),
              lanes,
              StateDirectory.of(settings, surroundings, runBy(row)));
      removed = new LaneAbort(admin, lanes, removal).abort(new Lane(row.getLane()));
    }
    write(removed, format.to(spec));
    return 0;
  }

  /** After a promotion the record names what was the live lane's. */
  private static Lane runBy(LaneRow row) {
    return LaneState.of(row) == LaneState.RETIRED ? Lane.LIVE : new Lane(row.getLane());
  }

  private static void write(Removed removed, Output output) {
    List<Line> lines = new ArrayList<>();
    if (removed.group()) {
      lines.add(new Line("group", removed.applicationId()));
    }
    removed.topics().forEach(topic -> lines.add(new Line("topic", topic)));
    removed.subjects().forEach(subject -> lines.add(new Line("subject", subject)));
    removed.state().ifPresent(state -> lines.add(new Line("directory", state.toString())));
    lines.add(new Line("lane", removed.lane().name()));
    output.rows(COLUMNS, lines);
    if (output.format() == Format.TABLE) {
      output.line("nothing is left of lane %s".formatted(removed.lane()));
    }
  }
}
