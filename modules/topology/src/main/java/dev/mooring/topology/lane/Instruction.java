package dev.mooring.topology.lane;

import dev.mooring.contract.Lane;

/** What the lane records tell an instance to do. */
sealed interface Instruction {

  /** Fold under this application id, into the topics of this lane. */
  record Run(Lane lane, String applicationId) implements Instruction {}

  /** Leave the group, and wait for other lane records. */
  record Stand(String why) implements Instruction {}

  /**
   * End for good.
   *
   * @param removed whether the lane is no more, so that nothing of it should stay
   */
  record End(String why, boolean removed) implements Instruction {}
}
