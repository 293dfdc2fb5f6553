package dev.mooring.benchmarks.engine;

import dev.mooring.benchmarks.rows.CommittedRows;
import dev.mooring.benchmarks.rows.Rows;
import dev.mooring.contract.Topics;
import dev.mooring.topology.RelationshipStore;
import dev.mooring.topology.Settling;
import dev.mooring.topology.TopologyConfig;
import dev.mooring.topology.TopologyRunner;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/** M: Mooring's own topology under exactly_once_v2, as a user runs it. */
public final class MooringRun implements EngineRun {

  /** Setting: milliseconds between commits. */
  public static final String COMMIT_MILLIS = "commit.ms";

  /** Setting: stream threads. */
  public static final String THREADS = "threads";

  /** Setting: megabytes of RocksDB, if relationships are to be kept there. */
  public static final String ROCKSDB_MEGABYTES = "rocksdb.mb";

  /** Setting: the application, when it is not named after its state directory. */
  public static final String APPLICATION = "application.id";

  static final Duration TO_START = Duration.ofMinutes(2);
  private static final Duration TO_SETTLE = Duration.ofHours(2);

  @Override
  public Outcome run(Job job, Stopwatch watch) throws InterruptedException {
    return run(config(job), watch);
  }

  /** Runs a topology in its lane until it has committed all; the lane's topics are there. */
  static Outcome run(TopologyConfig config, Stopwatch watch) throws InterruptedException {
    try (CommittedRows committed =
        new CommittedRows(config.bootstrapServers(), config.lane(), Topics.OUTPUTS)) {
      try (TopologyRunner runner = TopologyRunner.start(config)) {
        if (!runner.awaitRunning(TO_START)) {
          throw new IllegalStateException(
              "not running after " + TO_START, runner.failure().orElse(null));
        }
        watch.start();
        awaitSettled(config);
        watch.stop();
      }
      Rows rows = committed.read();
      return new Outcome(Ledgers.accepted(rows.remove(Topics.LEDGER)), Optional.of(rows));
    }
  }

  private static void awaitSettled(TopologyConfig config) throws InterruptedException {
    Map<String, Object> settings =
        Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, config.bootstrapServers());
    try (Admin admin = Admin.create(settings)) {
      Settling settling = new Settling(admin, settings, config.applicationId(), config.lane());
      if (!settling.await(TO_SETTLE, (topic, left) -> {})) {
        throw new IllegalStateException("not settled after " + TO_SETTLE);
      }
    }
  }

  /**
   * Unless told otherwise, every run is an application of its own, so that it finds no offsets and
   * no state.
   */
  static TopologyConfig config(Job job) {
    TopologyConfig usual =
        TopologyConfig.of(job.bootstrap(), job.registry(), job.partitions(), job.state());
    return new TopologyConfig(
            usual.bootstrapServers(),
            job.settings().getOrDefault(APPLICATION, job.state().getFileName().toString()),
            usual.partitions(),
            usual.stateDirectory(),
            Integer.parseInt(job.settings().get(THREADS)),
            Duration.ofMillis(Long.parseLong(job.settings().get(COMMIT_MILLIS))),
            usual.rowSerializer(),
            usual.registry(),
            usual.kafka())
        .with(store(job.settings().get(ROCKSDB_MEGABYTES)));
  }

  private static RelationshipStore store(String megabytes) {
    return megabytes == null
        ? new RelationshipStore.Heap()
        : new RelationshipStore.RocksDb(Long.parseLong(megabytes) << 20);
  }
}
