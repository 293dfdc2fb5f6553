package dev.mooring.cli.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Cities, banks and firms: their names and identifiers. */
@Command(
    name = "reference",
    mixinStandardHelpOptions = true,
    description = "Cities, banks and firms: their names and identifiers.",
    subcommands = {ReferencePublishCommand.class, ReferenceListCommand.class},
    footer = {
      "",
      "Examples:",
      "  mooring reference publish cities.csv",
      "  mooring reference list banks"
    })
public final class ReferenceCommand implements Runnable {

  @Spec private CommandSpec spec;

  /** Without a command there is nothing to do. */
  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Missing command: publish or list.");
  }
}
