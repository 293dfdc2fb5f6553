package dev.mooring.cli.command;

import dev.mooring.cli.cluster.Cluster;
import dev.mooring.cli.output.Output;
import dev.mooring.contract.Topics;
import dev.mooring.view.Snapshot;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows the reference data of the cluster. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "Shows the cities, banks or firms that are known.",
    footer = {
      "",
      "Cities: those that come with Mooring (origin: mooring) and those that were published"
          + " (origin: cluster), of which the latter stand for the same id.",
      "",
      "Examples:",
      "  mooring reference list cities",
      "  mooring reference list firms -o csv"
    })
public final class ReferenceListCommand implements Callable<Integer> {

  /** What there is to show. */
  enum Kind {
    CITIES,
    BANKS,
    FIRMS;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Mixin private ClusterOptions cluster;
  @Mixin private OutputOptions format;
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "WHAT", description = "One of ${COMPLETION-CANDIDATES}.")
  private Kind kind;

  @Override
  public Integer call() {
    Cluster target = new Cluster(cluster.settings());
    Output output = format.to(spec);
    switch (kind) {
      case CITIES -> {
        Snapshot rows = target.read(List.of(Topics.CITIES));
        Set<String> published = rows.cities().keys().collect(Collectors.toSet());
        output.rows(RowTables.knownCities(published), Cluster.knownCities(rows).all());
      }
      case BANKS -> {
        Snapshot rows = target.read(List.of(Topics.BANKS));
        output.rows(RowTables.KNOWN_BANKS, rows.banks().values().toList());
      }
      case FIRMS -> {
        Snapshot rows = target.read(List.of(Topics.FIRMS));
        output.rows(RowTables.KNOWN_FIRMS, rows.firms().values().toList());
      }
    }
    return 0;
  }
}
