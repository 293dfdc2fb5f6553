package dev.mooring.topology.lane;

import dev.mooring.contract.row.LaneRow;

/** What instances of a lane are to do: the values of a lane record's {@code state}. */
public enum LaneState {
  /** Run. */
  RUNNING,

  /** Leave the group, and wait for the next record. */
  DRAINING,

  /** Its time is over: what is left of it waits to be removed. */
  RETIRED;

  /**
   * The state of a record.
   *
   * @throws IllegalArgumentException when it is none: a newer build wrote it
   */
  public static LaneState of(LaneRow row) {
    for (LaneState state : values()) {
      if (state.name().equals(row.getState())) {
        return state;
      }
    }
    throw new IllegalArgumentException(
        "lane %s: state '%s', should be RUNNING, DRAINING or RETIRED"
            .formatted(row.getLane(), row.getState()));
  }
}
