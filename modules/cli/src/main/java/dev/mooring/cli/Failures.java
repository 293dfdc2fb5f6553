package dev.mooring.cli;

import dev.mooring.cli.settings.SettingsException;
import java.util.concurrent.ExecutionException;

/** Failures as one line for people. */
final class Failures {

  private Failures() {}

  /** What went wrong; wrappers that say nothing by themselves are looked through. */
  static String inOneLine(Throwable failure) {
    Throwable telling = failure;
    while (telling.getCause() != null
        && (telling instanceof ExecutionException
            || telling.getMessage() == null
            || telling.getMessage().equals(telling.getCause().toString()))) {
      telling = telling.getCause();
    }
    String message = telling.getMessage();
    String text =
        telling instanceof CommandException || telling instanceof SettingsException
            ? message
            : telling.getClass().getSimpleName() + (message == null ? "" : ": " + message);
    return String.valueOf(text).replaceAll("\\s*\\R\\s*", " ");
  }
}
