package dev.mooring.cli.command;

import dev.mooring.cli.ExitCode;
import dev.mooring.cli.Surroundings;
import dev.mooring.cli.cluster.Cluster;
import dev.mooring.cli.output.Amount;
import dev.mooring.cli.output.Column;
import dev.mooring.cli.output.Columns;
import dev.mooring.cli.output.Format;
import dev.mooring.cli.output.Output;
import dev.mooring.replay.verify.Report;
import dev.mooring.replay.verify.Verification;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Folds everything afresh and compares every live row. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = "Folds all events afresh and compares every live row, byte for byte.",
    footer = {
      "",
      "It waits until the topology has committed everything that was published before. Publishing "
          + "may go on: then it looks again at the rows that were on the move.",
      "",
      "The two digests are the same wherever the same events are, whatever their order and "
          + "partitions: of the set of events, and of the rows (the ledger apart).",
      "",
      "Exit codes: 0 every row is right, 3 rows differ (live: as it is, fresh: as it should be) or "
          + "kept changing, 1 it could not tell.",
      "",
      "Examples:",
      "  mooring verify",
      "  mooring verify -o json"
    })
public final class VerifyCommand implements Callable<Integer> {

  private static final Columns<DifferingField> DIFFERENCES =
      DifferingField.columns("fresh", Column.text("problem", VerifyCommand::problem));

  private static final Columns<Report> SUMMARY =
      Columns.of(
          List.of(
              Column.number("records", Report::records),
              Column.number("events", Report::events),
              Column.number("rows", Report::rows),
              Column.number("differing", report -> report.findings().size()),
              Column.number("undecided", Report::undecided),
              Column.text("eventsDigest", Report::eventsDigest),
              Column.text("rowsDigest", Report::rowsDigest)));

  private final Surroundings surroundings;

  @Mixin private ClusterOptions cluster;
  @Mixin private OutputOptions format;
  @Spec private CommandSpec spec;

  VerifyCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Cluster target = new Cluster(cluster.settings());
    try (ReadingBar bar = new ReadingBar(surroundings)) {
      Report report = new Verification(target.view(), target::awaitSettled).run(bar);
      write(report, format.to(spec));
      return (report.clean() ? ExitCode.DONE : ExitCode.DONE_WITH_FINDINGS).code();
    }
  }

  private static void write(Report report, Output output) {
    List<DifferingField> lines =
        report.findings().stream()
            .flatMap(finding -> DifferingField.of(finding.topic(), finding.change()))
            .toList();
    if (output.format() != Format.TABLE) {
      output.rows("summary", SUMMARY, List.of(report));
      output.rows("differences", DIFFERENCES, lines);
      return;
    }
    if (!lines.isEmpty()) {
      output.rows(DIFFERENCES, lines);
    }
    output.line(
        "%s of %s: %s"
            .formatted(
                Amount.of(report.rows(), "row"),
                Amount.of(report.events(), "event"),
                verdict(report)));
    output.line("events  " + report.eventsDigest());
    output.line("rows    " + report.rowsDigest());
  }

  /** What is wrong with a row that is live, seen from the one that should be. */
  private static String problem(DifferingField line) {
    return switch (line.change()) {
      case ADDED -> "MISSING";
      case REMOVED -> "UNEXPECTED";
      case CHANGED -> "DIFFERENT";
    };
  }

  private static String verdict(Report report) {
    if (report.clean()) {
      return "all are what the events come to";
    }
    String differing = Amount.of(report.findings().size(), "row") + " not what the events come to";
    return report.undecided() == 0
        ? differing
        : "%s; %s kept changing, so that nothing is proved of them: run it again when less is published"
            .formatted(differing, Amount.of(report.undecided(), "row"));
  }
}
