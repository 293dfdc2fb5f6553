package dev.mooring.cli.command;

import dev.mooring.cli.CommandException;
import dev.mooring.cli.ExitCode;
import dev.mooring.cli.Surroundings;
import dev.mooring.cli.cluster.Cluster;
import dev.mooring.cli.output.Format;
import dev.mooring.cli.output.Output;
import dev.mooring.cli.rejected.LetterJson;
import dev.mooring.cli.rejected.LetterSheet;
import dev.mooring.cli.rejected.Letters;
import dev.mooring.contract.LogPlace;
import dev.mooring.replay.letters.Contents;
import dev.mooring.view.Rejected;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows one dead letter. */
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    description = "Shows a dead letter: what is wrong, what was received, what can be done.",
    footer = {
      "",
      "A record that was too large for its letter is read where it was published.",
      "",
      "Examples:",
      "  mooring rejected show 0:17",
      "  mooring rejected show 0:17 --raw record.bin",
      "  mooring rejected show 0:17 -o json"
    })
public final class RejectedShowCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Mixin private ClusterOptions cluster;
  @Mixin private OutputOptions format;
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "LETTER",
      converter = LetterName.class,
      description = "PARTITION:OFFSET, as the list has it.")
  private LogPlace place;

  @Option(
      names = "--raw",
      paramLabel = "FILE",
      description = "Write the value, as it was received, to this file.")
  private Path raw;

  RejectedShowCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws IOException {
    Output output = format.to(spec);
    if (output.format() == Format.CSV) {
      throw new ParameterException(
          spec.commandLine(), "--output: 'csv' should be table or json: a letter is no row");
    }
    try (Letters letters = new Letters(new Cluster(cluster.settings()).view())) {
      Rejected letter = letters.find(place, this::remark);
      Contents contents = letters.contents(letter);
      Instant now = surroundings.clock().instant();
      if (output.format() == Format.JSON) {
        output.line(LetterJson.of(letter, contents, now));
      } else {
        LetterSheet.of(letter, contents, now).forEach(output::line);
      }
      if (raw != null) {
        writeRaw(letter);
      }
    }
    return ExitCode.DONE.code();
  }

  private void writeRaw(Rejected letter) throws IOException {
    byte[] value =
        letter
            .value()
            .orElseThrow(() -> new CommandException("--raw: the record has no value to write"));
    Files.write(surroundings.resolve(raw), value);
    remark("%d bytes written to %s".formatted(value.length, raw));
  }

  private void remark(String text) {
    spec.commandLine().getErr().println("mooring: " + text);
  }
}
