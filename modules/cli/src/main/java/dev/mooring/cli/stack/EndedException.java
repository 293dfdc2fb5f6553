package dev.mooring.cli.stack;

/** An instance of the topology ended, or did not start. The message is for people. */
public final class EndedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final EndReason reason;

  /** With the reason that the cause has. */
  public EndedException(String message, Throwable cause) {
    super(message, cause);
    this.reason = EndReason.of(cause);
  }

  public EndedException(String message, EndReason reason) {
    super(message);
    this.reason = reason;
  }

  public EndReason reason() {
    return reason;
  }
}
