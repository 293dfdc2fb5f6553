package dev.mooring.cli.command;

import dev.mooring.cli.ExitCode;
import dev.mooring.cli.Surroundings;
import dev.mooring.cli.cluster.Cluster;
import dev.mooring.cli.output.Amount;
import dev.mooring.cli.output.Progress;
import dev.mooring.replay.archive.Restoring;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Puts an archive back into the events topic. */
@Command(
    name = "restore",
    mixinStandardHelpOptions = true,
    description = "Puts an archive back into the events topic, timestamps and headers kept.",
    footer = {
      "",
      "Every file is checked before anything is sent: a damaged, foreign or missing one is named, "
          + "and nothing is restored. What the topic holds already is left, so running it again is "
          + "safe. The topic must be there (`mooring topics apply`); it may have another number of "
          + "partitions. Records that cannot be put back as what they were are counted, with the "
          + "reason, and the command ends with 3; none of them is an event.",
      "",
      "Examples:",
      "  mooring topics apply --bootstrap new-kafka:9092",
      "  mooring restore /backup/mooring --bootstrap new-kafka:9092 --registry http://new:8081"
    })
public final class RestoreCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Mixin private ClusterOptions cluster;
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "DIR", description = "The archive.")
  private Path directory;

  RestoreCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws IOException {
    Cluster target = new Cluster(cluster.settings());
    Restoring.Summary summary;
    try (Progress progress = new Progress(surroundings.progress())) {
      summary =
          Restoring.run(
              target.view(), target.publisher(), surroundings.resolve(directory), progress);
    }
    report(summary);
    return (summary.leftOut().isEmpty() ? ExitCode.DONE : ExitCode.DONE_WITH_FINDINGS).code();
  }

  private void report(Restoring.Summary summary) {
    spec.commandLine()
        .getOut()
        .println(
            "restored %s of %d; %d were there already"
                .formatted(
                    Amount.of(summary.restored(), "record"), summary.records(), summary.there()));
    if (!summary.compared()) {
      remark(
          "the topic holds more than memory allows to compare with: records may stand twice, which"
              + " counts once");
    }
    summary
        .leftOut()
        .forEach(
            (why, count) -> remark("left out %s: %s".formatted(Amount.of(count, "record"), why)));
  }

  private void remark(String text) {
    spec.commandLine().getErr().println("mooring: " + text);
  }
}
