package dev.mooring.cli.stack;

import dev.mooring.cli.CommandException;
import dev.mooring.cli.settings.Setting;
import dev.mooring.cli.settings.Settings;
import dev.mooring.contract.Lane;
import dev.mooring.server.LocalTopology;
import dev.mooring.topology.RelationshipStore;
import dev.mooring.topology.TopologyConfig;
import dev.mooring.topology.lane.LaneListener;
import dev.mooring.topology.lane.LaneRunner;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** An instance of a lane, running on the cluster that the settings name. */
public final class RunningTopology implements AutoCloseable {

  private static final String SERIALIZER_KEY = "value.serializer";
  private static final String SERIALIZER = "dev.mooring.registry.AvroSerializer";
  private static final long MEGABYTE = 1024 * 1024;

  /** A stack on one machine that comes no further for so long will not. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final LaneRunner runner;

  private RunningTopology(LaneRunner runner) {
    this.runner = runner;
  }

  /**
   * Starts an instance and returns when it runs, or waits while its lane drains.
   *
   * @param listener is told of what lane records make it do later, and how far it is meanwhile
   * @throws EndedException when it does not, or comes no further for {@link #PATIENCE}
   */
  public static RunningTopology start(
      Settings settings, Path stateDirectory, Lane lane, LaneListener listener) {
    RunningTopology topology = begin(settings, stateDirectory, lane, listener);
    try {
      topology.awaitRunning(Optional.of(PATIENCE), listener);
      return topology;
    } catch (RuntimeException failed) {
      topology.close();
      throw failed;
    }
  }

  /**
   * Starts an instance and returns at once; it has to restore its state before it runs.
   *
   * @param listener is told of what lane records make it do later
   * @throws EndedException when the cluster is not as it must be
   */
  public static RunningTopology begin(
      Settings settings, Path stateDirectory, Lane lane, LaneListener listener) {
    TopologyConfig config = config(settings, stateDirectory);
    try {
      return new RunningTopology(LaneRunner.start(config, lane, listener));
    } catch (InterruptedException stopped) {
      throw interrupted(stopped);
    } catch (RuntimeException refused) {
      throw new EndedException(refused.getMessage(), refused);
    }
  }

  /**
   * Waits until it runs, stands by because its lane drains, or is told to stop.
   *
   * @param listener is told now and then how far it is
   * @throws EndedException when it failed
   */
  public void awaitRunning(LaneListener listener) {
    awaitRunning(Optional.empty(), listener);
  }

  private void awaitRunning(Optional<Duration> patience, LaneListener listener) {
    try {
      StartWatch watch = new StartWatch(runner, patience, listener, System::nanoTime);
      if (!watch.await()) {
        throw failure("the topology does not run: " + runner.unready().orElse(runner.state()));
      }
    } catch (InterruptedException stopped) {
      throw interrupted(stopped);
    }
  }

  /**
   * Waits until the topology ends.
   *
   * @throws EndedException when it ended because it failed
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

  /** Whether it was stopped, or has ended by itself. */
  public boolean isEnded() {
    return runner.isEnded();
  }

  /** How it gets on, for the server beside it. */
  public LocalTopology local() {
    return new LocalTopology(runner.state(), runner.unready());
  }

  @Override
  public void close() {
    runner.close();
  }

  private EndedException failure(String what) {
    return runner
        .failure()
        .map(
            cause ->
                new EndedException(what + ": " + cause.getMessage() + "; the log says more", cause))
        .orElseGet(() -> new EndedException(what, EndReason.UNREACHABLE));
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
