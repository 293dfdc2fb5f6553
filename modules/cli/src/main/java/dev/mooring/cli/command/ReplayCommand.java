package dev.mooring.cli.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Shadow lanes: history folded anew beside the live rows. */
@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    description = "Folds history anew, in a lane of its own beside the live rows.",
    subcommands = {
      ReplayStartCommand.class,
      ReplayStatusCommand.class,
      ReplayDiffCommand.class,
      ReplayPromoteCommand.class,
      ReplayAbortCommand.class
    },
    footer = {
      "",
      "A shadow lane reads all events from the start into topics of its own. What it comes to can"
          + " be compared with the live rows, put in their place, or thrown away.",
      "",
      "Examples:",
      "  mooring replay start",
      "  mooring replay status",
      "  mooring replay diff",
      "  mooring replay promote"
    })
public final class ReplayCommand implements Runnable {

  @Spec private CommandSpec spec;

  /** Without a command there is nothing to do. */
  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Missing command: start, status, diff, promote or abort.");
  }
}
