package dev.mooring.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** One run of a command in this process, in given surroundings. */
public record Run(int exitCode, String out, String err) {

  /** Runs a command in a directory, with an environment of its own. */
  public static Run of(Path directory, Map<String, String> environment, String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exitCode =
        Mooring.commandLine(
                Surroundings.ofCaller(environment, directory),
                new PrintWriter(out),
                new PrintWriter(err),
                arguments)
            .execute(arguments);
    return new Run(exitCode, out.toString(), err.toString());
  }

  /** The lines on standard output. */
  public List<String> lines() {
    return out.lines().toList();
  }
}
