package dev.mooring.cli.command;

import dev.mooring.cli.Surroundings;
import dev.mooring.cli.output.Format;
import dev.mooring.cli.output.Output;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** The option by which commands are told how to write their answer. */
final class OutputOptions {

  private final Surroundings surroundings;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORMAT",
      defaultValue = "table",
      description = "table, json (one object a line) or csv; default: table.")
  private Format format;

  OutputOptions(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /** The format that was asked for. */
  Format format() {
    return format;
  }

  /** Where the command's answer goes. */
  Output to(CommandSpec spec) {
    return new Output(spec.commandLine().getOut(), format, surroundings.columns());
  }
}
