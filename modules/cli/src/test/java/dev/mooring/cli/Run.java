package dev.mooring.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One run of a command in this process, in given surroundings. */
public record Run(int exitCode, String out, String err) {

  /** Runs a command in a directory, with an environment of its own. */
  public static Run of(Path directory, Map<String, String> environment, String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exitCode =
        Mooring.commandLine(
                surroundings(directory, environment),
                new PrintWriter(out),
                new PrintWriter(err),
                arguments)
            .execute(arguments);
    return new Run(exitCode, out.toString(), err.toString());
  }

  static Surroundings surroundings(Path directory, Map<String, String> environment) {
    return new Surroundings(
        environment,
        directory,
        Optional.empty(),
        Clock.systemUTC(),
        Optional.empty(),
        Optional.empty(),
        false);
  }

  /** The lines on standard output. */
  public List<String> lines() {
    return out.lines().toList();
  }
}
