package dev.mooring.cli.command;

import dev.mooring.cli.CommandException;
import dev.mooring.cli.ExitCode;
import dev.mooring.cli.cluster.Cluster;
import dev.mooring.cli.output.Columns;
import dev.mooring.cli.output.Format;
import dev.mooring.cli.output.Output;
import dev.mooring.contract.Suggestions;
import dev.mooring.contract.TopicSpec;
import dev.mooring.contract.Topics;
import dev.mooring.metrics.Ranking;
import dev.mooring.view.RowSource;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
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
    description = "Reads the metric topics, as of now.",
    footer = {
      "",
      "Without an ID: all rows in the order of their keys. A table of one bank or city has its "
          + "ratios below; a dash: nothing to divide by.",
      "",
      "Examples:",
      "  mooring metrics ranking",
      "  mooring metrics cities hong-kong -o json",
      "  mooring metrics banks za-bank --daily",
      "  mooring metrics reasons hong-kong",
      "  mooring metrics countries --settled -o csv > countries.csv"
    })
public final class MetricsCommand implements Callable<Integer> {

  /** What there is to read. */
  enum Kind {
    BANKS,
    CITIES,
    COUNTRIES,
    RANKING,
    REASONS,
    STANCES;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Mixin private ClusterOptions cluster;
  @Mixin private OutputOptions format;
  @Mixin private SettledOption settled;
  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "WHAT", description = "One of ${COMPLETION-CANDIDATES}.")
  private Kind kind;

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
    TopicSpec topic = topic();
    Cluster target = new Cluster(cluster.settings());
    settled.await(target);
    RowSource rows = target.read(topics(topic));
    write(rows);
    writeRatios(rows);
    return ExitCode.DONE.code();
  }

  private TopicSpec topic() {
    if (daily && kind != Kind.BANKS && kind != Kind.CITIES) {
      throw new ParameterException(
          spec.commandLine(), "--daily: is of banks and cities, not of " + kind);
    }
    return switch (kind) {
      case BANKS -> daily ? Topics.BANK_DAILY : Topics.BANK_METRICS;
      case CITIES -> daily ? Topics.CITY_DAILY : Topics.CITY_METRICS;
      case COUNTRIES -> Topics.COUNTRY_METRICS;
      case RANKING -> Topics.CITY_METRICS;
      case REASONS -> Topics.REASONS;
      case STANCES -> Topics.STANCES;
    };
  }

  /** People who look at one bank or city see its ratios too; programs get the rows alone. */
  private boolean withRatios() {
    return id != null
        && !daily
        && (kind == Kind.BANKS || kind == Kind.CITIES)
        && format.to(spec).format() == Format.TABLE;
  }

  private List<TopicSpec> topics(TopicSpec topic) {
    if (!withRatios()) {
      return List.of(topic);
    }
    return List.of(
        topic, Topics.REASONS, kind == Kind.BANKS ? Topics.BANK_DAILY : Topics.CITY_DAILY);
  }

  private void writeRatios(RowSource rows) {
    if (withRatios()) {
      RatioTable ratios = new RatioTable(rows);
      String owner = id.toLowerCase(Locale.ROOT);
      format
          .to(spec)
          .rows(
              RatioTable.COLUMNS, kind == Kind.BANKS ? ratios.ofBank(owner) : ratios.ofCity(owner));
    }
  }

  private void write(RowSource rows) {
    switch (kind) {
      case BANKS -> {
        if (daily) {
          write(RowTables.BANK_DAYS, rows.bankDaily().values(), row -> row.getBank());
        } else {
          write(RowTables.BANKS, rows.bankMetrics().values(), row -> row.getBank());
        }
      }
      case CITIES -> {
        if (daily) {
          write(RowTables.CITY_DAYS, rows.cityDaily().values(), row -> row.getCity());
        } else {
          write(RowTables.CITIES, rows.cityMetrics().values(), row -> row.getCity());
        }
      }
      case COUNTRIES ->
          write(RowTables.COUNTRIES, rows.countryMetrics().values(), row -> row.getCountry());
      case RANKING ->
          write(RowTables.RANKING, Ranking.hubs(rows.cityMetrics().values()), Ranking.Hub::city);
      case REASONS -> write(RowTables.REASONS, rows.reasons().values(), row -> row.getId());
      case STANCES -> write(RowTables.STANCES, rows.stances().values(), row -> row.getBank());
    }
  }

  private <R> void write(Columns<R> columns, Collection<R> rows, Function<R, String> idOf) {
    Output output = format.to(spec);
    if (id == null) {
      output.rows(columns, rows);
      return;
    }
    List<R> chosen = rows.stream().filter(row -> id.equalsIgnoreCase(idOf.apply(row))).toList();
    if (chosen.isEmpty()) {
      Set<String> ids =
          rows.stream()
              .map(idOf)
              .filter(found -> found != null)
              .collect(Collectors.toCollection(TreeSet::new));
      throw new CommandException(
          kind + ": no row of '" + id + "'" + Suggestions.didYouMean(id, ids));
    }
    output.rows(columns, chosen);
  }
}
