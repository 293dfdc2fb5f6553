package dev.mooring.cli.command;

import dev.mooring.cli.CommandException;
import dev.mooring.cli.ExitCode;
import dev.mooring.cli.Surroundings;
import dev.mooring.cli.cluster.Cluster;
import dev.mooring.cli.output.Amount;
import dev.mooring.cli.publish.ReferencePublishing;
import dev.mooring.contract.reference.ReferenceData;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Sends a file of reference data. */
@Command(
    name = "publish",
    mixinStandardHelpOptions = true,
    description = "Sends a CSV file of cities, or of banks and firms.",
    footer = {
      "",
      "Cities: id,name,country,lat,lon,timezone and, where known, geonameid,un_locode.",
      "Parties: kind,id,name with kind bank or firm and, where known, country,lei,bic.",
      "",
      "Example:",
      "  mooring reference publish parties.csv"
    })
public final class ReferencePublishCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Mixin private ClusterOptions cluster;
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "The file.")
  private Path file;

  ReferencePublishCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws IOException {
    ReferenceData data = read();
    Cluster target = new Cluster(cluster.settings());
    long sent = ReferencePublishing.publish(data, target.publisher(), surroundings.clock());
    spec.commandLine().getOut().println("published " + Amount.of(sent, "row"));
    data.findings()
        .forEach(
            finding ->
                finding.problems().forEach(problem -> tell(finding.line(), problem.describe())));
    return (data.findings().isEmpty() ? ExitCode.DONE : ExitCode.DONE_WITH_FINDINGS).code();
  }

  private ReferenceData read() throws IOException {
    Path path = surroundings.resolve(file);
    if (!Files.isReadable(path) || Files.isDirectory(path)) {
      throw new CommandException(file + ": is no file that can be read");
    }
    try (InputStream in = Files.newInputStream(path)) {
      return ReferenceData.read(in);
    }
  }

  private void tell(long line, String problem) {
    spec.commandLine().getErr().println("mooring: line " + line + ": " + problem);
  }
}
