package dev.mooring.cli;

import dev.mooring.cli.output.Utf8Printer;
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
    PrintWriter out = new Utf8Printer(System.out);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    int code = commandLine(Surroundings.ofProcess(), out, err, arguments).execute(arguments);
    out.flush();
    if (code == ExitCode.FAILED.code() || code == ExitCode.WRONG_USAGE.code()) {
      ClassArchive.notWholeYet();
    }
    System.exit(code);
  }

  /**
   * The command, ready to execute arguments.
   *
   * @param arguments those that it will execute: of its subcommands only the one that they name is
   *     made in full; without any, all are
   */
  public static CommandLine commandLine(
      Surroundings surroundings, PrintWriter out, PrintWriter err, String... arguments) {
    CommandLine commandLine =
        Subcommands.addTo(
                new CommandLine(new Mooring(), new CommandFactory(surroundings)), arguments)
            .setOut(out)
            .setErr(err)
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setParameterExceptionHandler((wrong, given) -> misused(wrong).code())
            .setExecutionExceptionHandler(
                (failure, command, parsed) -> failed(failure, command, parsed));
    surroundings.columns().ifPresent(commandLine::setUsageHelpWidth);
    return commandLine;
  }

  /** Without a command there is nothing to do. */
  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "no command given");
  }

  private static int failed(Exception failure, CommandLine command, ParseResult parsed) {
    command.getErr().println("mooring: " + Failures.named(failure, command.getCommand()));
    if (isVerbose(parsed)) {
      failure.printStackTrace(command.getErr());
    }
    return Failures.exitCode(failure, command.getCommand());
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
