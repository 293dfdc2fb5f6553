package dev.mooring.view;

import dev.mooring.contract.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A dead letter: a record that the topology took for no event.
 *
 * @param recorded when it was rejected
 * @param reason why, in one word such as INVALID
 * @param problems all that is wrong with it
 * @param topic where it was published
 * @param partition where it was published
 * @param offset where it was published
 * @param key what was received; empty when there was none, or when it was too large for a letter
 * @param value likewise
 * @param omitted what was too large for the letter, and where it is; empty when nothing was
 */
public record Rejected(
    Instant recorded,
    String reason,
    List<Problem> problems,
    String topic,
    int partition,
    long offset,
    Optional<byte[]> key,
    Optional<byte[]> value,
    Optional<String> omitted) {

  public Rejected {
    problems = List.copyOf(problems);
  }
}
