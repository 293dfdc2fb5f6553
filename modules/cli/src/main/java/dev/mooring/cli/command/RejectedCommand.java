package dev.mooring.cli.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The records that were taken for no events. */
@Command(
    name = "rejected",
    mixinStandardHelpOptions = true,
    description = "The dead letters: records of the events topic that are no events.",
    subcommands = {
      RejectedListCommand.class,
      RejectedShowCommand.class,
      RejectedRepublishCommand.class
    },
    footer = {
      "",
      "A letter is named by where it lies in mooring.events.rejected.v1: PARTITION:OFFSET. Letters "
          + "are kept for 90 days; the records that they tell of are kept for ever.",
      "",
      "Examples:",
      "  mooring rejected list",
      "  mooring rejected show 0:17",
      "  mooring rejected republish 0:17 --edit"
    })
public final class RejectedCommand implements Runnable {

  @Spec private CommandSpec spec;

  /** Without a command there is nothing to do. */
  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Missing command: list, show or republish.");
  }
}
