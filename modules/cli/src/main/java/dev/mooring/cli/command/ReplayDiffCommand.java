package dev.mooring.cli.command;

import dev.mooring.cli.CommandException;
import dev.mooring.cli.ExitCode;
import dev.mooring.cli.Surroundings;
import dev.mooring.cli.cluster.Cluster;
import dev.mooring.cli.output.Amount;
import dev.mooring.cli.output.Column;
import dev.mooring.cli.output.Columns;
import dev.mooring.cli.output.Format;
import dev.mooring.cli.output.Output;
import dev.mooring.contract.Lane;
import dev.mooring.contract.row.LaneRow;
import dev.mooring.replay.lane.ClusterAccess;
import dev.mooring.replay.lane.DiffReport;
import dev.mooring.replay.lane.LaneDiff;
import dev.mooring.replay.lane.LaneStore;
import dev.mooring.replay.lane.LanesSettling;
import dev.mooring.replay.lane.RowDifference;
import dev.mooring.topology.lane.LaneState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Which rows differ between the live lane and a shadow. */
@Command(
    name = "diff",
    mixinStandardHelpOptions = true,
    description = "Says which rows differ between the live lane and a shadow, field by field.",
    footer = {
      "",
      "It waits until both lanes have committed everything that was published before. Publishing"
          + " may go on: then it looks again, and names the rows that stay different. With"
          + " --quiesced it looks once, and makes sure that nothing was published meanwhile.",
      "",
      "A row that one lane has not is ADDED or REMOVED; a field that one build has not is empty "
          + "there, and differs when the other's is neither empty nor zero.",
      "",
      "Exit codes: 0 no row differs, 3 rows differ or kept changing, 1 it could not tell.",
      "",
      "Examples:",
      "  mooring replay diff",
      "  mooring replay diff shadow-2 --quiesced -o csv",
      "  mooring replay diff -o json | jq -r 'select(.table==\"differences\").topic' | sort | uniq"
          + " -c"
    })
public final class ReplayDiffCommand implements Callable<Integer> {

  /** A lane that comes no nearer for so long does not run. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final Columns<DifferingField> DIFFERENCES =
      DifferingField.columns("shadow", Column.text("change", DifferingField::change));

  private static final Columns<DiffReport> SUMMARY =
      Columns.of(
          List.of(
              Column.number("rows", DiffReport::rows),
              Column.number("differing", DiffReport::differing),
              Column.number("undecided", DiffReport::undecided),
              Column.number("rounds", DiffReport::rounds)));

  private final Surroundings surroundings;

  @Mixin private ShadowParameter shadow;
  @Mixin private ClusterOptions cluster;
  @Mixin private OutputOptions format;
  @Spec private CommandSpec spec;

  @Option(
      names = "--quiesced",
      description = "Nothing is being published: the answer is exact, or it fails.")
  private boolean quiesced;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "200",
      description = "Most lines of a table; default: 200.")
  private int limit;

  ReplayDiffCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    ClusterAccess access = new Cluster(cluster.settings()).access();
    LaneRow live;
    LaneRow other;
    try (LaneStore lanes = new LaneStore(access)) {
      live = lanes.live();
      other = shadow.of(lanes.current());
    }
    requireRunning(other);
    Runnable settling = new LanesSettling(access, List.of(live, other), PATIENCE);
    LaneDiff diff = new LaneDiff(access.view(), Lane.LIVE, new Lane(other.getLane()), settling);
    DiffReport report = run(diff, other.getLane());
    return (report.same() ? ExitCode.DONE : ExitCode.DONE_WITH_FINDINGS).code();
  }

  private static void requireRunning(LaneRow lane) {
    if (LaneState.of(lane) == LaneState.RETIRED) {
      throw new CommandException(
          ("lane %s was promoted: its rows are the live ones; `mooring replay abort %s` removes"
                  + " what the former live lane has left")
              .formatted(lane.getLane(), lane.getLane()));
    }
  }

  private DiffReport run(LaneDiff diff, String lane) {
    Output output = format.to(spec);
    if (output.format() == Format.TABLE) {
      return table(diff, lane, output);
    }
    Consumer<DifferingField> lines = output.stream("differences", DIFFERENCES);
    DiffReport report = compare(diff, found -> lines(found).forEach(lines));
    output.rows("summary", SUMMARY, List.of(report));
    return report;
  }

  private DiffReport table(LaneDiff diff, String lane, Output output) {
    List<DifferingField> shown = new ArrayList<>();
    long[] more = {0};
    DiffReport report =
        compare(
            diff,
            found ->
                lines(found)
                    .forEach(
                        line -> {
                          if (shown.size() < limit) {
                            shown.add(line);
                          } else {
                            more[0]++;
                          }
                        }));
    if (!shown.isEmpty()) {
      output.rows(DIFFERENCES, shown);
    }
    if (more[0] > 0) {
      output.line("(" + Amount.of(more[0], "more line") + "; --limit, or -o csv)");
    }
    output.line(verdict(report, lane));
    return report;
  }

  private static Stream<DifferingField> lines(RowDifference difference) {
    return DifferingField.of(difference.topic(), difference.change());
  }

  private DiffReport compare(LaneDiff diff, Consumer<RowDifference> found) {
    try (ReadingBar bar = new ReadingBar(surroundings, "reading rows")) {
      return quiesced ? diff.runQuiesced(found, bar) : diff.run(found, bar);
    }
  }

  private static String verdict(DiffReport report, String lane) {
    String rows = Amount.of(report.rows(), "row");
    if (report.same()) {
      return "%s: the same in live and %s".formatted(rows, lane);
    }
    String differing =
        "%s: %s between live and %s"
            .formatted(
                rows, report.differing() == 1 ? "1 differs" : report.differing() + " differ", lane);
    return report.undecided() == 0
        ? differing
        : "%s; %s kept changing: run it again when less is published"
            .formatted(differing, Amount.of(report.undecided(), "row"));
  }
}
