package dev.mooring.cli.command;

import dev.mooring.cli.Surroundings;
import dev.mooring.cli.cluster.Cluster;
import dev.mooring.cli.output.Amount;
import dev.mooring.cli.output.Progress;
import dev.mooring.replay.archive.Archiving;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes the events topic into files. */
@Command(
    name = "archive",
    mixinStandardHelpOptions = true,
    description = "Writes the events topic into a directory of checksummed Avro files.",
    footer = {
      "",
      "It takes what is committed when it starts. Run it again and it adds what has come since, "
          + "also after it was killed. Records that are no events are kept as they are.",
      "",
      "Examples:",
      "  mooring archive /backup/mooring",
      "  mooring archive /backup/mooring --bootstrap kafka:9092 --registry http://registry:8081"
    })
public final class ArchiveCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Mixin private ClusterOptions cluster;
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "DIR",
      description = "The archive: a directory that is empty, not there, or an archive already.")
  private Path directory;

  ArchiveCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws IOException {
    Cluster source = new Cluster(cluster.settings());
    Archiving.Summary summary;
    try (Progress progress = new Progress(surroundings.progress())) {
      summary = Archiving.run(source.view(), surroundings.resolve(directory), progress);
    }
    report(summary);
    return 0;
  }

  private void report(Archiving.Summary summary) {
    spec.commandLine()
        .getOut()
        .println(
            "archived %s; %s holds %s in %s, %d bytes"
                .formatted(
                    Amount.of(summary.added(), "record"),
                    directory,
                    Amount.of(summary.records(), "record"),
                    Amount.of(summary.files(), "file"),
                    summary.bytes()));
    long others = summary.records() - summary.events();
    if (others > 0) {
      spec.commandLine()
          .getErr()
          .println(
              "mooring: %s, kept as received"
                  .formatted(
                      others == 1
                          ? "1 of these records is no event"
                          : others + " of these records are no events"));
    }
  }
}
