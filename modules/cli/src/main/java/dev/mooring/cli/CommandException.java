package dev.mooring.cli;

/** A command that cannot go on. The message is for the person who ran it, and says what to do. */
public final class CommandException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public CommandException(String message) {
    super(message);
  }

  public CommandException(String message, Throwable cause) {
    super(message, cause);
  }
}
