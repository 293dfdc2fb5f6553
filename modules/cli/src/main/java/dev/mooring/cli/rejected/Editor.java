package dev.mooring.cli.rejected;

import dev.mooring.cli.CommandException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The editor of the person who runs the command: VISUAL, else EDITOR, else vi. */
public final class Editor {

  private final String command;

  private Editor(String command) {
    this.command = command;
  }

  /** The editor that the environment names. */
  public static Editor of(Map<String, String> environment) {
    return new Editor(
        Stream.of("VISUAL", "EDITOR")
            .map(environment::get)
            .flatMap(name -> Optional.ofNullable(name).stream())
            .filter(name -> !name.isBlank())
            .findFirst()
            .orElse("vi"));
  }

  /**
   * Opens a file and waits until the editor has ended.
   *
   * @throws CommandException when it cannot be run, or says by its exit code that it failed
   */
  void edit(Path file) {
    try {
      // By the shell, as such a command may have options and quotes of its own.
      int code =
          new ProcessBuilder("/bin/sh", "-c", command + " \"$1\"", "editor", file.toString())
              .inheritIO()
              .start()
              .waitFor();
      if (code != 0) {
        throw new CommandException(
            "the editor `%s` ended with %d, so nothing was published; VISUAL or EDITOR names another one"
                .formatted(command, code));
      }
    } catch (IOException cannotRun) {
      throw new CommandException("the editor cannot be run: " + cannotRun.getMessage(), cannotRun);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new CommandException("interrupted", stopped);
    }
  }
}
