package dev.mooring.publisher;

import dev.mooring.contract.Problem;
import java.util.List;
import java.util.stream.Collectors;

/** An event that was not sent, with everything that is wrong with it. */
public final class InvalidEventException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  InvalidEventException(List<Problem> problems) {
    super(problems.stream().map(Problem::describe).collect(Collectors.joining("; ")));
    this.problems = List.copyOf(problems);
  }

  /** All that is wrong. */
  public List<Problem> problems() {
    return problems;
  }
}
