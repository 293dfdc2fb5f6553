package dev.mooring.cli.command;

import dev.mooring.cli.Surroundings;
import dev.mooring.cli.cluster.Cluster;
import dev.mooring.cli.output.Format;
import dev.mooring.cli.output.Output;
import dev.mooring.cli.watch.ChangedRows;
import dev.mooring.cli.watch.LiveTable;
import dev.mooring.cli.watch.Screen;
import dev.mooring.cli.watch.Watch;
import dev.mooring.cli.watch.Watched;
import dev.mooring.view.KafkaView;
import dev.mooring.view.View;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The option to go on showing rows as they change, and the watching. */
final class WatchOption {

  private static final int USUAL_LINES = 24;

  private final Surroundings surroundings;

  @Option(
      names = "--watch",
      description =
          "Go on as rows change, until Ctrl-C: a table that is drawn again on a terminal, or with"
              + " -o json every row and then each that changes.")
  private boolean watch;

  WatchOption(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  boolean isAskedFor() {
    return watch;
  }

  /** Refuses what does not go together. */
  void check(CommandSpec spec, PlotOptions plot, OutputOptions format) {
    if (!watch) {
      return;
    }
    if (plot.isAskedFor()) {
      throw misused(spec, "--watch: does not go with --plot");
    }
    if (format.format() == Format.CSV) {
      throw misused(spec, "--watch: does not go with -o csv, but with -o json");
    }
    if (format.format() == Format.TABLE && surroundings.columns().isEmpty()) {
      throw misused(
          spec, "--watch: draws on a terminal, which this is not; -o json writes lines anywhere");
    }
  }

  /**
   * Shows what a table holds, as it changes, until the process is told to stop.
   *
   * @param id null for all
   */
  <R extends SpecificRecord, S> void run(
      Cluster target, MetricTable<R, S> table, String id, Output output, CommandSpec spec) {
    Thread watching = Thread.currentThread();
    UntilStopped.runThenSucceed(
        () -> {
          try (View view =
              KafkaView.open(target.view(), List.of(table.topic()), surroundings.clock())) {
            watch(view, table, id, output, spec);
          }
        },
        watching::interrupt);
  }

  private <R extends SpecificRecord, S> void watch(
      View view, MetricTable<R, S> table, String id, Output output, CommandSpec spec) {
    if (output.format() == Format.JSON) {
      show(view, table, id, new ChangedRows<>(output, table.columns()));
      return;
    }
    try (Screen screen =
        Screen.open(
            spec.commandLine().getOut(),
            surroundings.columns().orElseThrow(),
            surroundings.lines().orElse(USUAL_LINES))) {
      String title = id == null ? table.topic().name() : id + " in " + table.topic().name();
      show(view, table, id, new LiveTable<>(screen, table.columns(), title, surroundings.clock()));
    }
  }

  private static <R extends SpecificRecord, S> void show(
      View view, MetricTable<R, S> table, String id, Watched<S> watched) {
    Watch.run(view, snapshot -> table.watched(snapshot, id), watched);
  }

  private static ParameterException misused(CommandSpec spec, String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
