package dev.mooring.topology.lane;

import dev.mooring.contract.Lane;
import dev.mooring.contract.row.LaneRow;
import dev.mooring.topology.lane.Instruction.End;
import dev.mooring.topology.lane.Instruction.Run;
import dev.mooring.topology.lane.Instruction.Stand;
import java.util.Map;

/**
 * What an instance is, so far as lane records concern it.
 *
 * @param lane that it was started for
 * @param liveApplicationId application.id of the live lane where no record says otherwise
 * @param digest of the topology that this build has: see {@link TopologyDigest}
 */
record Instance(Lane lane, String liveApplicationId, String digest) {

  /** The same, as one of the live lane: from now on it goes where that goes. */
  Instance promoted() {
    return new Instance(Lane.LIVE, liveApplicationId, digest);
  }

  /** What the lane records tell it to do. */
  Instruction instruction(Map<String, LaneRow> records) {
    LaneRow live = records.get(Lane.LIVE.name());
    if (lane.isLive()) {
      return live == null ? new Run(Lane.LIVE, liveApplicationId) : instruction(live);
    }
    if (live != null && live.getApplicationId().equals(lane.applicationId(liveApplicationId))) {
      return instruction(live); // it was promoted
    }
    LaneRow own = records.get(lane.name());
    return own == null || LaneState.of(own) == LaneState.RETIRED
        ? new End("there is no lane %s, or no more".formatted(lane), true)
        : instruction(own);
  }

  private Instruction instruction(LaneRow row) {
    if (isOfAnother(row)) {
      return new End(
          "lane %s (application %s) runs another topology than this build has: %s, here %s; run the build that it was made with, or replay history with this one: mooring replay start"
              .formatted(row.getLane(), row.getApplicationId(), row.getTopologyDigest(), digest),
          false);
    }
    return LaneState.of(row) == LaneState.RUNNING
        ? new Run(new Lane(row.getLane()), row.getApplicationId())
        : new Stand("lane %s is %s".formatted(row.getLane(), row.getState()));
  }

  /** A digest that nobody has told yet fits all. */
  private boolean isOfAnother(LaneRow row) {
    return !row.getTopologyDigest().isEmpty() && !row.getTopologyDigest().equals(digest);
  }
}
