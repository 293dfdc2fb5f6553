package dev.mooring.cli.command;

import dev.mooring.cli.ExitCode;
import dev.mooring.cli.Surroundings;
import dev.mooring.cli.output.Column;
import dev.mooring.cli.output.Columns;
import dev.mooring.cli.output.Format;
import dev.mooring.cli.output.Output;
import dev.mooring.topology.upgrade.Build;
import dev.mooring.topology.upgrade.BuildFile;
import dev.mooring.topology.upgrade.Finding;
import dev.mooring.topology.upgrade.UpgradeCheck;
import dev.mooring.topology.upgrade.Verdict;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says how one build may take the place of another. */
@Command(
    name = "upgrade-check",
    mixinStandardHelpOptions = true,
    description = "Says how a new build may take the place of an old one, and why.",
    footer = {
      "",
      "It compares what the builds say of themselves: topology, stores, topics, codes and schemas. "
          + "Nothing is run, and no cluster is asked.",
      "",
      "Verdicts: ROLLING, instance by instance; SHADOW_REPLAY, the new build replays history and is"
          + " promoted; REFUSED, not at all.",
      "",
      "Exit codes: 0 ROLLING, 3 SHADOW_REPLAY, 1 REFUSED.",
      "",
      "Examples:",
      "  mooring upgrade-check /opt/mooring-1.2",
      "  mooring upgrade-check mooring-1.2/lib/mooring-topology-1.2.jar /opt/mooring-1.3 -o json"
    })
public final class UpgradeCheckCommand implements Callable<Integer> {

  private static final Columns<Finding> FINDINGS =
      Columns.of(
          List.of(
              Column.text("needs", finding -> finding.needs().name()),
              Column.text("part", Finding::part),
              Column.text("why", Finding::why)));

  private static final Columns<UpgradeCheck> VERDICT =
      Columns.of(
          List.of(
              Column.text("verdict", check -> check.verdict().name()),
              Column.number("findings", check -> check.findings().size())));

  private final Surroundings surroundings;

  @Mixin private OutputOptions format;
  @Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "OLD",
      description = "The build that runs: its directory, or a jar of it.")
  private Path old;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "NEW",
      description = "The build that is to run; without it, this one.")
  private Path now;

  UpgradeCheckCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Build before = read(old);
    Build after = now == null ? BuildFile.ofThisBuild() : read(now);
    UpgradeCheck check = UpgradeCheck.of(before, after);
    write(check, format.to(spec));
    return code(check.verdict()).code();
  }

  private static ExitCode code(Verdict verdict) {
    return switch (verdict) {
      case ROLLING -> ExitCode.DONE;
      case SHADOW_REPLAY -> ExitCode.DONE_WITH_FINDINGS;
      case REFUSED -> ExitCode.FAILED;
    };
  }

  private Build read(Path place) {
    try {
      return BuildFile.read(surroundings.resolve(place));
    } catch (IllegalArgumentException wrong) {
      throw new ParameterException(spec.commandLine(), wrong.getMessage(), wrong);
    }
  }

  private static void write(UpgradeCheck check, Output output) {
    if (output.format() != Format.TABLE) {
      output.rows("verdict", VERDICT, List.of(check));
      output.rows("findings", FINDINGS, check.findings());
      return;
    }
    if (!check.findings().isEmpty()) {
      output.rows(FINDINGS, check.findings());
    }
    output.line(told(check.verdict()));
  }

  private static String told(Verdict verdict) {
    return switch (verdict) {
      case ROLLING -> "ROLLING: stop and start one instance after the other";
      case SHADOW_REPLAY ->
          "SHADOW_REPLAY: `mooring replay start` with the new build, then `mooring replay promote`";
      case REFUSED -> "REFUSED: the new build must not run where the old one did";
    };
  }
}
