package dev.mooring.topology;

import java.util.List;

/** The cluster is not as the topology needs it; it was not started. */
public final class StartupException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final List<String> problems;

  /** With all that is wrong, each with what to do. */
  public StartupException(List<String> problems) {
    super(String.join(System.lineSeparator(), problems));
    this.problems = List.copyOf(problems);
  }

  /** All that is wrong, each with what to do. */
  public List<String> problems() {
    return problems;
  }
}
