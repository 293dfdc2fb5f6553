package dev.mooring.cli.stack;

import dev.mooring.cli.CommandException;
import dev.mooring.cli.settings.Setting;
import dev.mooring.cli.settings.Settings;
import dev.mooring.contract.GeneratedTypes;
import dev.mooring.contract.Lane;
import dev.mooring.topology.RelationshipStore;
import dev.mooring.topology.TopologyConfig;
import dev.mooring.topology.lane.LaneListener;
import dev.mooring.topology.lane.LaneRunner;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** An instance of a lane, running on the cluster that the settings name. */
public final class RunningTopology implements AutoCloseable {

  private static final String SERIALIZER_KEY = "value.serializer";
  private static final String SERIALIZER = "dev.mooring.registry.AvroSerializer";
  private static final long MEGABYTE = 1024 * 1024;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final LaneRunner runner;

  private RunningTopology(LaneRunner runner) {
    this.runner = runner;
  }

  /**
   * Starts an instance and returns when it runs, or waits while its lane drains.
   *
   * @param listener is told of what lane records make it do later
   * @throws CommandException when it does not
   */
  public static RunningTopology start(
      Settings settings, Path stateDirectory, Lane lane, LaneListener listener) {
    GeneratedTypes.trust(); // a lane's digest is made of the topology before that runs
    try {
      RunningTopology topology =
          new RunningTopology(LaneRunner.start(config(settings, stateDirectory), lane, listener));
      if (!topology.runner.awaitRunning(PATIENCE)) {
        topology.close();
        throw topology.failure("the topology did not run within " + PATIENCE.toSeconds() + " s");
      }
      return topology;
    } catch (InterruptedException stopped) {
      throw interrupted(stopped);
    }
  }

  /**
   * Waits until the topology ends.
   *
   * @throws CommandException when it ended because it failed
   */
  public void await() {
    try {
      runner.awaitEnd();
    } catch (InterruptedException stopped) {
      throw interrupted(stopped);
    }
    if (runner.failure().isPresent()) {
      throw failure("the topology stopped");
    }
  }

  /** Its state in Kafka Streams' words. */
  public String state() {
    return runner.state();
  }

  @Override
  public void close() {
    runner.close();
  }

  private CommandException failure(String what) {
    Throwable cause = runner.failure().orElse(null);
    return new CommandException(
        cause == null ? what : what + ": " + cause.getMessage() + "; the log says more", cause);
  }

  private static CommandException interrupted(InterruptedException stopped) {
    Thread.currentThread().interrupt();
    return new CommandException("interrupted", stopped);
  }

  private static TopologyConfig config(Settings settings, Path stateDirectory) {
    Map<String, String> kafka = texts(settings.streams());
    kafka.remove("bootstrap.servers");
    return new TopologyConfig(
            settings.text(Setting.BOOTSTRAP_SERVERS),
            settings.text(Setting.APPLICATION_ID),
            settings.number(Setting.PARTITIONS),
            stateDirectory,
            settings.number(Setting.THREADS),
            Duration.ofMillis(settings.number(Setting.COMMIT_INTERVAL)),
            settings.producer().getOrDefault(SERIALIZER_KEY, SERIALIZER).toString(),
            texts(settings.registry()),
            kafka)
        .with(store(settings));
  }

  private static RelationshipStore store(Settings settings) {
    return settings.text(Setting.STORE).equals("rocksdb")
        ? new RelationshipStore.RocksDb(settings.number(Setting.ROCKSDB_MEMORY) * MEGABYTE)
        : new RelationshipStore.Heap();
  }

  private static Map<String, String> texts(Map<String, Object> settings) {
    Map<String, String> texts = new TreeMap<>();
    settings.forEach((key, value) -> texts.put(key, value.toString()));
    return texts;
  }
}
