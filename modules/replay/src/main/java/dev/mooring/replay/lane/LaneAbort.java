package dev.mooring.replay.lane;

import dev.mooring.contract.Lane;
import dev.mooring.contract.row.LaneRow;
import dev.mooring.replay.ReplayException;
import dev.mooring.topology.lane.LaneState;
import java.util.List;
import org.apache.kafka.clients.admin.Admin;

/**
 * Gives up a shadow lane, in the middle of its promotion too: the live lane goes on, and nothing of
 * the shadow stays. Of a shadow that was promoted it removes what the former live lane has left.
 */
public final class LaneAbort {

  /** The transactional id under which promotions are written. */
  public static final String PROMOTER = "mooring-promote";

  private final Admin admin;
  private final LaneStore lanes;
  private final LaneRemoval removal;

  /** In a cluster; the caller closes what it gives. */
  public LaneAbort(Admin admin, LaneStore lanes, LaneRemoval removal) {
    this.admin = admin;
    this.lanes = lanes;
    this.removal = removal;
  }

  /**
   * Gives up a lane. Stopped midway and done again it finishes.
   *
   * @throws ReplayException when there is no such lane, or it has just been promoted
   */
  public LaneRemoval.Removed abort(Lane lane) {
    LaneRow row = record(lane);
    if (LaneState.of(row) != LaneState.RETIRED) {
      if (row.getPromotion() != null) {
        stopPromotion(lane);
      }
      row = LaneRow.newBuilder(row).setState(LaneState.DRAINING.name()).setPromotion(null).build();
      lanes.put(row);
    }
    return removal.remove(row);
  }

  /** Whoever promotes it must not come through after the live lane was told to go on. */
  private void stopPromotion(Lane lane) {
    Answers.get(admin.fenceProducers(List.of(PROMOTER)).all(), "fence " + PROMOTER);
    if (LaneState.of(record(lane)) == LaneState.RETIRED) {
      throw new ReplayException(
          ("lane %s has just been promoted, so it is live now; `mooring replay abort %s` once more"
                  + " removes what the former live lane has left")
              .formatted(lane, lane));
    }
    LaneRow live = lanes.live();
    if (LaneState.of(live) == LaneState.DRAINING) {
      lanes.put(LaneRow.newBuilder(live).setState(LaneState.RUNNING.name()).build());
    }
  }

  private LaneRow record(Lane lane) {
    return lanes
        .find(lane)
        .orElseThrow(() -> new ReplayException("there is no lane %s".formatted(lane)));
  }
}
