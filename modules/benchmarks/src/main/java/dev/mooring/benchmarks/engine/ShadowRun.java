package dev.mooring.benchmarks.engine;

import dev.mooring.contract.Lane;
import dev.mooring.replay.lane.ClusterAccess;
import dev.mooring.replay.lane.LaneStart;
import dev.mooring.replay.lane.LaneStore;
import dev.mooring.topology.TopologyConfig;
import dev.mooring.view.ViewConfig;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/** S: the topology in a shadow lane, made as {@code mooring replay start} makes it. */
public final class ShadowRun implements EngineRun {

  private static final short BROKERS_CHOICE = -1;

  @Override
  public Outcome run(Job job, Stopwatch watch) throws InterruptedException {
    TopologyConfig live = MooringRun.config(job);
    Lane shadow = make(job, live.applicationId());
    String applicationId = shadow.applicationId(live.applicationId());
    return MooringRun.run(live.in(shadow, applicationId, live.commitInterval()), watch);
  }

  private static Lane make(Job job, String liveApplicationId) {
    Map<String, Object> cluster =
        Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, job.bootstrap());
    ViewConfig view = ViewConfig.of(job.bootstrap(), job.registry());
    ClusterAccess access = new ClusterAccess(cluster, view, cluster, liveApplicationId);
    try (Admin admin = Admin.create(cluster);
        LaneStore lanes = new LaneStore(access)) {
      return new LaneStart(admin, lanes).make(BROKERS_CHOICE);
    }
  }
}
