package dev.mooring.cli.command;

import dev.mooring.cli.Surroundings;
import dev.mooring.cli.cluster.Cluster;
import dev.mooring.cli.output.Format;
import dev.mooring.cli.output.Output;
import dev.mooring.cli.settings.Settings;
import dev.mooring.cli.watch.LiveTable;
import dev.mooring.cli.watch.Screen;
import dev.mooring.replay.lane.LaneProgress;
import dev.mooring.replay.lane.LaneStatus;
import dev.mooring.replay.lane.LaneStore;
import dev.mooring.view.Freshness;
import dev.mooring.view.Position;
import dev.mooring.view.Row;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How far every lane is. */
@Command(
    name = "status",
    mixinStandardHelpOptions = true,
    description = "Shows how far every lane is: the live one and the shadows.",
    footer = {
      "",
      "It looks twice, a second apart. percent is of the events; behind counts the records that the"
          + " lane has not committed yet, of events and of what its stages send to each other. A"
          + " lane has caught up that is behind no more than it reads in two seconds.",
      "",
      "Examples:",
      "  mooring replay status",
      "  mooring replay status --watch",
      "  mooring replay status -o json | jq -r 'select(.lane==\"shadow-1\").caughtUp'"
    })
public final class ReplayStatusCommand implements Callable<Integer> {

  private static final int USUAL_LINES = 24;

  private final Surroundings surroundings;

  @Mixin private ClusterOptions cluster;
  @Mixin private OutputOptions format;
  @Spec private CommandSpec spec;

  @Option(
      names = "--watch",
      description =
          "Go on, until Ctrl-C: a table that is drawn again on a terminal, or with -o json a line"
              + " for each lane every second.")
  private boolean watch;

  ReplayStatusCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws InterruptedException {
    check();
    Settings settings = cluster.settings();
    try (Admin admin = Admin.create(settings.admin());
        LaneStore lanes = new LaneStore(new Cluster(settings).access())) {
      LaneProgress progress = new LaneProgress(admin, lanes, System::nanoTime);
      progress.look();
      if (watch) {
        watch(progress);
      } else {
        TimeUnit.SECONDS.sleep(1);
        format.to(spec).rows(LaneColumns.COLUMNS, progress.look());
      }
      return 0;
    }
  }

  private void check() {
    if (watch && format.format() == Format.CSV) {
      throw new ParameterException(
          spec.commandLine(), "--watch: does not go with -o csv, but with -o json");
    }
    if (watch && format.format() == Format.TABLE && surroundings.columns().isEmpty()) {
      throw new ParameterException(
          spec.commandLine(),
          "--watch: draws on a terminal, which this is not; -o json writes lines anywhere");
    }
  }

  private void watch(LaneProgress progress) {
    Thread watching = Thread.currentThread();
    UntilStopped.runThenSucceed(
        () -> {
          if (format.format() == Format.JSON) {
            Output output = format.to(spec);
            everySecond(progress, statuses -> output.rows(LaneColumns.COLUMNS, statuses));
          } else {
            draw(progress);
          }
        },
        watching::interrupt);
  }

  private void draw(LaneProgress progress) {
    try (Screen screen =
        Screen.open(
            spec.commandLine().getOut(),
            surroundings.columns().orElseThrow(),
            surroundings.lines().orElse(USUAL_LINES))) {
      LiveTable<LaneStatus> table =
          new LiveTable<>(screen, LaneColumns.COLUMNS, "lanes", surroundings.clock());
      everySecond(progress, statuses -> table.show(rows(statuses), now()));
    }
  }

  private static List<Row<LaneStatus>> rows(List<LaneStatus> statuses) {
    return statuses.stream().map(status -> new Row<>(status.lane(), status)).toList();
  }

  private Freshness now() {
    return new Freshness(
        true, 0, Position.START, Optional.of(surroundings.clock().instant()), Optional.empty());
  }

  private static void everySecond(LaneProgress progress, Consumer<List<LaneStatus>> to) {
    try {
      while (true) {
        TimeUnit.SECONDS.sleep(1);
        to.accept(progress.look());
      }
    } catch (InterruptedException asked) {
      // That is how it ends.
    } catch (RuntimeException failed) {
      if (!Thread.currentThread().isInterrupted()) {
        throw failed;
      }
    }
  }
}
