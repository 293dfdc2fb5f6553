package dev.mooring.cli;

/** How a command ended, for scripts. */
public enum ExitCode {
  DONE(0),
  FAILED(1),
  WRONG_USAGE(2),
  /** Done, but some of what it met needs a look: rejected lines, differences. */
  DONE_WITH_FINDINGS(3);

  private final int code;

  ExitCode(int code) {
    this.code = code;
  }

  /** The number that the shell sees. */
  public int code() {
    return code;
  }
}
