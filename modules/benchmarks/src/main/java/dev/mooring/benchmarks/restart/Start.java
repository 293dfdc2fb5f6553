package dev.mooring.benchmarks.restart;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * One start of a topology. All times are seconds from when its process was started, so the start of
 * the JVM is in them.
 *
 * @param what came before it
 * @param behind events that had been published and not committed when it was started
 * @param assigned until it had partitions
 * @param running until it was RUNNING, which it is when all state has been restored
 * @param restored records of changelogs that it read to this end
 * @param entries of state in these records, of which a page holds many
 * @param bytes of keys and values of these records
 * @param restoring seconds from the first of these to the last
 * @param settled until it had committed all that was published, over all hops
 */
record Start(
    String what,
    long behind,
    double assigned,
    double running,
    long restored,
    long entries,
    long bytes,
    double restoring,
    double settled) {

  /** NaN when there was nothing to restore. */
  @JsonProperty
  double recordsPerSecond() {
    return perSecond(restored);
  }

  /** NaN when there was nothing to restore. */
  @JsonProperty
  double entriesPerSecond() {
    return perSecond(entries);
  }

  private double perSecond(long count) {
    return restored == 0 ? Double.NaN : count / restoring;
  }
}
