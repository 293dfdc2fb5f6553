package dev.mooring.replay.promote;

import dev.mooring.contract.Lane;
import dev.mooring.registry.RegistryConfig;
import dev.mooring.registry.SchemaRegistryClient;
import dev.mooring.replay.ReplayException;
import dev.mooring.replay.lane.ClusterAccess;
import dev.mooring.replay.lane.LaneStore;
import java.nio.file.Path;
import java.time.InstantSource;
import org.apache.kafka.clients.admin.Admin;

/**
 * Puts a shadow lane in the place of the live one, as one step for readers of {@code view}.
 *
 * <p>The live lane is told to drain, and leaves; the shadow passes what it had committed, and stops
 * too; what differs between their rows goes out in one Kafka transaction, along with the lane
 * records that make the shadow's application the live one; its instances go on with the live
 * topics. Publishing goes on all the time. At no time do two lanes write the live topics: nobody is
 * trusted to have left until its group is empty and its transactions are shut out.
 *
 * <p>Stopped at any {@link PromotionStep} and run again, it goes on from there.
 */
public final class Promotion {

  /** Bytes of keys and values that one transaction takes, and the heap with it. */
  public static final long USUAL_MOST_BYTES = 256L * 1024 * 1024;

  private final ClusterAccess cluster;
  private final Path stateDirectory;
  private final long mostBytes;
  private final InstantSource clock;

  /**
   * In a cluster.
   *
   * @param stateDirectory of instances of the live lane on this machine; there need be none
   * @param mostBytes of keys and values that differ; where there are more it is refused
   */
  public Promotion(
      ClusterAccess cluster, Path stateDirectory, long mostBytes, InstantSource clock) {
    if (mostBytes < 1) {
      throw new IllegalArgumentException("most bytes: " + mostBytes + ", should be 1 or more");
    }
    this.cluster = cluster;
    this.stateDirectory = stateDirectory;
    this.mostBytes = mostBytes;
    this.clock = clock;
  }

  /**
   * Promotes a shadow, or finishes a promotion of it that was stopped.
   *
   * @throws ReplayException when it cannot be done; the message says how things stand
   */
  public Promoted run(Lane shadow, PromotionListener listener) {
    try (Admin admin = Admin.create(cluster.admin());
        LaneStore lanes = new LaneStore(cluster);
        SchemaRegistryClient registry =
            new SchemaRegistryClient(RegistryConfig.from(cluster.view().registry()))) {
      PromotionRun run =
          new PromotionRun(
              new PromotionCluster(cluster, admin, lanes, registry, stateDirectory, clock),
              shadow,
              mostBytes,
              listener);
      return run.run();
    }
  }
}
