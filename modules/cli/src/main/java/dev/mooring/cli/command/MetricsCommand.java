package dev.mooring.cli.command;

import dev.mooring.cli.ExitCode;
import dev.mooring.cli.cluster.Cluster;
import dev.mooring.cli.output.Format;
import dev.mooring.cli.output.Output;
import dev.mooring.contract.TopicSpec;
import dev.mooring.contract.Topics;
import dev.mooring.view.Snapshot;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.avro.specific.SpecificRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reads the metric topics. */
@Command(
    name = "metrics",
    mixinStandardHelpOptions = true,
    description = "Reads the metric topics, as of now; or folds the events, as of a past time.",
    footer = {
      "",
      "Without an ID: all rows in the order of their keys. A table of one bank or city has its "
          + "ratios below; a dash: nothing to divide by.",
      "",
      "Examples:",
      "  mooring metrics ranking",
      "  mooring metrics cities hong-kong -o json",
      "  mooring metrics banks za-bank --daily",
      "  mooring metrics cities hong-kong --daily --plot",
      "  mooring metrics ranking --plot --ascii",
      "  mooring metrics cities --watch",
      "  mooring metrics banks za-bank --watch -o json",
      "  mooring metrics reasons hong-kong",
      "  mooring metrics banks za-bank --as-of 2023-05",
      "  mooring metrics ranking --as-of 2023-03-31 --compare 2023-12-31",
      "  mooring metrics cities --recorded 3d --compare 0d -o json",
      "  mooring metrics countries --settled -o csv > countries.csv"
    })
public final class MetricsCommand implements Callable<Integer> {

  @Mixin private ClusterOptions cluster;
  @Mixin private OutputOptions format;
  @Mixin private SettledOption settled;
  @Mixin private PlotOptions plot;
  @Mixin private WatchOption watch;
  @Mixin private PastOptions past;
  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "WHAT", description = "One of ${COMPLETION-CANDIDATES}.")
  private MetricKind kind;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "ID",
      description = "Only of this bank, city or country.")
  private String id;

  @Option(names = "--daily", description = "Day by day; of banks and cities.")
  private boolean daily;

  @Override
  public Integer call() {
    MetricTable<?, ?> table = table();
    requirePlottable();
    watch.check(spec, plot, format);
    past.check(spec, settled, plot, watch);
    Cluster target = new Cluster(cluster.settings());
    settled.await(target);
    if (watch.isAskedFor()) {
      watch.run(target, table, id, format.to(spec), spec);
      return ExitCode.DONE.code();
    }
    if (past.isComparison()) {
      compare(table, past.read(target, List.of(table.topic())));
    } else {
      List<TopicSpec> topics = topics(table.topic());
      show(table, past.isAskedFor() ? past.read(target, topics).getFirst() : target.read(topics));
    }
    return ExitCode.DONE.code();
  }

  private void show(MetricTable<?, ?> table, Snapshot rows) {
    write(table, rows);
    if (withRatios()) {
      writeRatios(rows);
    }
  }

  private void compare(MetricTable<?, ?> table, List<Snapshot> times) {
    format
        .to(spec)
        .rows(
            ChangeTable.COLUMNS, ChangeTable.between(table, id, times.getFirst(), times.getLast()));
  }

  private MetricTable<?, ?> table() {
    if (!daily) {
      return kind.totals();
    }
    return kind.days()
        .orElseThrow(() -> misused("--daily: is of banks and cities, not of " + kind));
  }

  private void requirePlottable() {
    if (!plot.isAskedFor()) {
      return;
    }
    if (format.format() != Format.TABLE) {
      throw misused("--plot: is for people, and does not go with -o " + format.format());
    }
    if (kind != MetricKind.RANKING && (!daily || id == null)) {
      throw misused("--plot: is of one bank or city with --daily, or of the ranking");
    }
  }

  private ParameterException misused(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  /** People who look at one bank or city see its ratios too; programs get the rows alone. */
  private boolean withRatios() {
    return id != null
        && !daily
        && (kind == MetricKind.BANKS || kind == MetricKind.CITIES)
        && format.format() == Format.TABLE;
  }

  private List<TopicSpec> topics(TopicSpec topic) {
    if (!withRatios()) {
      return List.of(topic);
    }
    return List.of(
        topic, Topics.REASONS, kind == MetricKind.BANKS ? Topics.BANK_DAILY : Topics.CITY_DAILY);
  }

  private void writeRatios(Snapshot rows) {
    RatioTable ratios = new RatioTable(rows);
    String owner = id.toLowerCase(Locale.ROOT);
    format
        .to(spec)
        .rows(
            RatioTable.COLUMNS,
            kind == MetricKind.BANKS ? ratios.ofBank(owner) : ratios.ofCity(owner));
  }

  private <R extends SpecificRecord, S> void write(MetricTable<R, S> table, Snapshot source) {
    Output output = format.to(spec);
    if (id == null && !plot.isAskedFor() && table.writeAll(source, output)) {
      return;
    }
    List<S> rows = table.chosen(source, id);
    if (plot.isAskedFor() && !rows.isEmpty()) {
      plot.draw(id, rows).forEach(output::line);
    } else {
      output.rows(table.columns(), rows);
    }
  }
}
