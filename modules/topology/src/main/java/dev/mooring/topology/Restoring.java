package dev.mooring.topology;

import java.time.Duration;
import java.time.Instant;

/**
 * How far an instance is in reading its state back from the changelogs.
 *
 * @param partitions of changelogs that it reads at present
 * @param entries that it has read since its start
 * @param left at most so many are still to be read in those partitions: offsets, of which some hold
 *     nothing
 * @param began when it began to read the first of them; its start, while there were none
 * @param last when it came further last; its start, while it has not
 */
public record Restoring(int partitions, long entries, long left, Instant began, Instant last) {

  /** Whoever reads nothing for so long is told to be stuck. */
  static final Duration SILENCE = Duration.ofSeconds(30);

  /** Whether there is something to be read. */
  public boolean isGoingOn() {
    return partitions > 0;
  }

  /** For people: how far it is, and for how long it has been silent if that is long. */
  String told(Instant now) {
    Duration silent = Duration.between(last, now);
    String far =
        "restoring %d partitions of state: %,d entries read, at most %,d to go"
            .formatted(partitions, entries, left);
    return silent.compareTo(SILENCE) < 0
        ? far
        : far + "; stuck: nothing read for %d s".formatted(silent.toSeconds());
  }
}
