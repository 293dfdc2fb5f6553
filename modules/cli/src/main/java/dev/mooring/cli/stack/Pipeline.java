package dev.mooring.cli.stack;

import dev.mooring.cli.cluster.Cluster;
import dev.mooring.cli.settings.Settings;
import dev.mooring.devstack.DevStack;
import dev.mooring.devstack.DevStackConfig;
import dev.mooring.devstack.DevStackListener;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;

/** Broker, registry and topology in one process, on one directory, with all topics made. */
public final class Pipeline implements AutoCloseable {

  private final DevStack stack;
  private final Settings settings;
  private final RunningTopology topology;
  private boolean closed;

  private Pipeline(DevStack stack, Settings settings, RunningTopology topology) {
    this.stack = stack;
    this.settings = settings;
    this.topology = topology;
  }

  /**
   * Starts all, and returns when events can be published and rows read.
   *
   * @param told is told of each step that is done
   */
  public static Pipeline start(
      Path directory, int kafkaPort, int registryPort, Settings settings, Consumer<String> told) {
    DevStack stack =
        DevStack.start(DevStackConfig.in(directory, kafkaPort, registryPort), new Steps(told));
    try {
      Settings here = settings.at(stack.bootstrapServers(), stack.registryUrl());
      int made = new Cluster(here).prepare().size();
      told.accept(made == 0 ? "topics are there" : made + " topics made");
      RunningTopology topology = RunningTopology.start(here, directory.resolve("state"));
      told.accept("topology runs");
      return new Pipeline(stack, here, topology);
    } catch (RuntimeException failed) {
      stack.close();
      throw failed;
    }
  }

  /** The settings by which this stack is reached. */
  public Settings settings() {
    return settings;
  }

  /** The line by which others learn that, and where, the stack can be used. */
  public String readyLine() {
    return "ready bootstrap=" + stack.bootstrapServers() + " registry=" + stack.registryUrl();
  }

  /** Waits until the topology ends, which it does by itself only when it fails. */
  public void await() {
    topology.await();
  }

  /** Stops all, the topology first: what it holds goes out while there is a broker. */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      topology.close();
    } finally {
      stack.close();
    }
  }

  private record Steps(Consumer<String> told) implements DevStackListener {
    @Override
    public void ready(Part part, Duration took) {
      told.accept(
          "%s runs (%.1f s)"
              .formatted(part.name().toLowerCase(Locale.ROOT), took.toMillis() / 1_000.0));
    }
  }
}
