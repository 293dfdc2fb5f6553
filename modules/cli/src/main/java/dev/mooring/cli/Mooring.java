package dev.mooring.cli;

import dev.mooring.cli.command.ArchiveCommand;
import dev.mooring.cli.command.ConfigCommand;
import dev.mooring.cli.command.DemoCommand;
import dev.mooring.cli.command.EventsCommand;
import dev.mooring.cli.command.ExplainCommand;
import dev.mooring.cli.command.MetricsCommand;
import dev.mooring.cli.command.MooringsCommand;
import dev.mooring.cli.command.PublishCommand;
import dev.mooring.cli.command.ReferenceCommand;
import dev.mooring.cli.command.RejectedCommand;
import dev.mooring.cli.command.ReplayCommand;
import dev.mooring.cli.command.RestoreCommand;
import dev.mooring.cli.command.StartCommand;
import dev.mooring.cli.command.TokenCommand;
import dev.mooring.cli.command.TopicsCommand;
import dev.mooring.cli.command.UpCommand;
import dev.mooring.cli.command.VerifyCommand;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** The mooring command. */
@Command(
    name = "mooring",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Follows how banks and crypto firms get tied to each other, city by city.",
    subcommands = {
      DemoCommand.class,
      UpCommand.class,
      StartCommand.class,
      PublishCommand.class,
      MetricsCommand.class,
      MooringsCommand.class,
      EventsCommand.class,
      ExplainCommand.class,
      RejectedCommand.class,
      VerifyCommand.class,
      ReplayCommand.class,
      ReferenceCommand.class,
      ArchiveCommand.class,
      RestoreCommand.class,
      TopicsCommand.class,
      ConfigCommand.class,
      TokenCommand.class
    },
    footer = {
      "",
      "Exit codes: 0 done, 1 failed, 2 wrong usage, 3 done, with findings.",
      "",
      "First steps:",
      "  mooring demo --once        the whole pipeline on the sample history, then stop",
      "  mooring up                 broker, registry, topology and HTTP, to stay",
      "  mooring publish FILE       send events (JSON lines or CSV)",
      "  mooring metrics ranking    the hubs",
      "",
      "mooring COMMAND --help says more, with examples."
    })
public final class Mooring implements Runnable {

  @Spec private CommandSpec spec;

  private Mooring() {}

  /** Runs one command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    PrintWriter out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    int code = commandLine(Surroundings.ofProcess(), out, err).execute(arguments);
    out.flush();
    System.exit(code);
  }

  /** The command with all that it knows, ready to execute arguments. */
  public static CommandLine commandLine(
      Surroundings surroundings, PrintWriter out, PrintWriter err) {
    CommandLine commandLine =
        new CommandLine(new Mooring(), new CommandFactory(surroundings))
            .setOut(out)
            .setErr(err)
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setParameterExceptionHandler((wrong, arguments) -> misused(wrong).code())
            .setExecutionExceptionHandler(
                (failure, command, parsed) -> failed(failure, command, parsed).code());
    surroundings.columns().ifPresent(commandLine::setUsageHelpWidth);
    return commandLine;
  }

  /** Without a command there is nothing to do. */
  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "no command given");
  }

  private static ExitCode failed(Exception failure, CommandLine command, ParseResult parsed) {
    command.getErr().println("mooring: " + Failures.inOneLine(failure));
    if (isVerbose(parsed)) {
      failure.printStackTrace(command.getErr());
    }
    return Failures.exitCode(failure);
  }

  /** One line; the whole help would hide what is wrong. */
  private static ExitCode misused(ParameterException wrong) {
    CommandLine command = wrong.getCommandLine();
    String what = Misuse.inOneLine(wrong);
    String hint = "`" + command.getCommandSpec().qualifiedName() + " --help` says more";
    command.getErr().println("mooring: " + what + (what.endsWith("?") ? " " : "; ") + hint);
    return ExitCode.WRONG_USAGE;
  }

  private static boolean isVerbose(ParseResult parsed) {
    return parsed.asCommandLineList().stream()
        .anyMatch(command -> command.getParseResult().hasMatchedOption("--verbose"));
  }
}
