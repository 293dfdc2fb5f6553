package dev.mooring.replay.verify;

import dev.mooring.contract.Topics;
import dev.mooring.metrics.Movement;
import java.util.Set;

/**
 * What came behind a mark while rows were read.
 *
 * @param movement the rows that its events may have moved
 * @param partitions those in which it came, as keys of the ledger
 */
record Behind(Movement movement, Set<String> partitions) {

  /** Whether it may be in a row already. */
  boolean mayHaveMoved(RowId id) {
    return id.topic().equals(Topics.LEDGER)
        ? partitions.contains(id.key())
        : movement.concerns(id.topic(), id.key());
  }
}
