package dev.mooring.replay.lane;

import dev.mooring.contract.Lane;
import dev.mooring.contract.row.LaneRow;
import dev.mooring.replay.ReplayException;
import dev.mooring.topology.Settling;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.admin.Admin;

/**
 * Waits until lanes have committed everything that was published before, for as long as they come
 * nearer to it.
 */
public final class LanesSettling implements Runnable {

  private final ClusterAccess cluster;
  private final List<LaneRow> lanes;
  private final Duration patience;

  /**
   * Of lanes of a cluster.
   *
   * @param patience how long a lane may come no nearer
   */
  public LanesSettling(ClusterAccess cluster, List<LaneRow> lanes, Duration patience) {
    this.cluster = cluster;
    this.lanes = List.copyOf(lanes);
    this.patience = patience;
  }

  /**
   * Waits.
   *
   * @throws ReplayException when a lane comes no nearer
   */
  @Override
  public void run() {
    try (Admin admin = Admin.create(cluster.admin())) {
      for (LaneRow lane : lanes) {
        await(lane, settling(admin, lane));
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new ReplayException("interrupted", stopped);
    }
  }

  private Settling settling(Admin admin, LaneRow lane) {
    Map<String, Object> consumer = cluster.view().committedReader();
    return new Settling(admin, consumer, lane.getApplicationId(), new Lane(lane.getLane()));
  }

  private void await(LaneRow lane, Settling settling) throws InterruptedException {
    AtomicReference<String> topic = new AtomicReference<>("");
    AtomicLong left = new AtomicLong(Long.MAX_VALUE);
    long before = Long.MAX_VALUE;
    String at = "";
    while (!settling.await(
        patience,
        (hop, records) -> {
          topic.set(hop);
          left.set(records);
        })) {
      if (topic.get().equals(at) && left.get() >= before) {
        throw new ReplayException(
            "lane %s, application %s: has not committed %d records of %s, and comes no nearer within %d s; does it run? `mooring replay status` tells"
                .formatted(
                    lane.getLane(), lane.getApplicationId(), left.get(), at, patience.toSeconds()));
      }
      at = topic.get();
      before = left.get();
    }
  }
}
