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
import dev.mooring.replay.lane.ClusterAccess;
import dev.mooring.replay.lane.LaneStore;
import dev.mooring.replay.promote.Promoted;
import dev.mooring.replay.promote.Promotion;
import dev.mooring.replay.promote.PromotionStep;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Puts a shadow lane in the place of the live one. */
@Command(
    name = "promote",
    mixinStandardHelpOptions = true,
    description = "Puts a shadow lane in the place of the live one, as one step.",
    footer = {
      "",
      "The live lane drains, the shadow passes it and stops, and what differs goes out in one "
          + "transaction. Publishing goes on; rows wait meanwhile, usually for some seconds.",
      "",
      "Stopped midway, run it again: it goes on from there. Until the difference is committed, "
          + "`mooring replay abort` gives it up and the live lane goes on.",
      "",
      "Instances of the former lane go on with the new one if they have the same topology; others "
          + "end, and are started anew with the build of the new one.",
      "",
      "Examples:",
      "  mooring replay promote",
      "  mooring replay promote shadow-1 -o json"
    })
public final class ReplayPromoteCommand implements Callable<Integer> {

  private static final Columns<Promoted> COLUMNS =
      Columns.of(
          List.of(
              Column.text("lane", promoted -> promoted.lane().name()),
              Column.text("promotion", Promoted::promotion),
              Column.text("applicationId", Promoted::applicationId),
              Column.number("upserts", Promoted::upserts),
              Column.number("withdrawals", Promoted::withdrawals),
              Column.number("letters", Promoted::letters),
              Column.number(
                  "pauseMs", promoted -> promoted.pause().map(Duration::toMillis).orElse(null))));

  private final Surroundings surroundings;

  @Mixin private ShadowParameter shadow;
  @Mixin private ClusterOptions cluster;
  @Mixin private OutputOptions format;
  @Spec private CommandSpec spec;

  @Option(
      names = "--most-bytes",
      paramLabel = "N",
      defaultValue = "" + Promotion.USUAL_MOST_BYTES,
      description = {
        "How many bytes of rows one transaction may take, and the memory with it;",
        "a larger difference is refused before anything is changed. Default: ${DEFAULT-VALUE}."
      })
  private long mostBytes;

  ReplayPromoteCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Settings settings = cluster.settings();
    ClusterAccess access = new Cluster(settings).access();
    Promotion promotion =
        new Promotion(
            access,
            StateDirectory.of(settings, surroundings, Lane.LIVE),
            mostBytes,
            Clock.systemUTC());
    write(promotion.run(named(access), this::tell), format.to(spec));
    return 0;
  }

  private Lane named(ClusterAccess access) {
    try (LaneStore lanes = new LaneStore(access)) {
      return new Lane(shadow.of(lanes.current()).getLane());
    }
  }

  private void tell(PromotionStep step) {
    spec.commandLine().getErr().println("mooring: " + step.words());
  }

  private static void write(Promoted promoted, Output output) {
    if (output.format() != Format.TABLE) {
      output.rows(COLUMNS, List.of(promoted));
      return;
    }
    output.line(
        "%s is live now, as application %s: %d rows changed, %d withdrawn, %s"
            .formatted(
                promoted.lane(),
                promoted.applicationId(),
                promoted.upserts(),
                promoted.withdrawals(),
                promoted
                    .pause()
                    .map(pause -> "new rows paused for %.1f s".formatted(pause.toMillis() / 1e3))
                    .orElse("and no instance runs it yet: start one with `mooring start`")));
  }
}
