package dev.mooring.cli.stack;

import dev.mooring.cli.cluster.Cluster;
import dev.mooring.cli.settings.Settings;
import dev.mooring.contract.Lane;
import dev.mooring.devstack.DevStack;
import dev.mooring.devstack.DevStackConfig;
import dev.mooring.devstack.DevStackListener;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Broker, registry, topology and HTTP server in one process, on one directory, with all topics
 * made.
 */
public final class Pipeline implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Pipeline.class);

  private final DevStack stack;
  private final Settings settings;
  private final RunningTopology topology;
  private final Optional<RunningServer> server;
  private boolean closed;

  private Pipeline(
      DevStack stack, Settings settings, RunningTopology topology, Optional<RunningServer> server) {
    this.stack = stack;
    this.settings = settings;
    this.topology = topology;
    this.server = server;
  }

  /**
   * Starts all, and returns when events can be published and rows read.
   *
   * @param http whether the HTTP server is wanted
   * @param told is told of each step that is done
   */
  public static Pipeline start(
      Path directory,
      int kafkaPort,
      int registryPort,
      Settings settings,
      boolean http,
      Consumer<String> told) {
    if (http) {
      RunningServer.config(settings); // refused before anything runs
    }
    DevStack stack =
        DevStack.start(DevStackConfig.in(directory, kafkaPort, registryPort), new Steps(told));
    try {
      Settings here = settings.at(stack.bootstrapServers(), stack.registryUrl());
      int made = new Cluster(here).prepare().size();
      told.accept(made == 0 ? "topics are there" : made + " topics made");
      return start(directory, stack, here, http, told);
    } catch (RuntimeException failed) {
      stack.close();
      throw failed;
    }
  }

  /** Server and topology start side by side: each waits for the cluster more than it works. */
  private static Pipeline start(
      Path directory, DevStack stack, Settings settings, boolean http, Consumer<String> told) {
    AtomicReference<RunningTopology> running = new AtomicReference<>();
    CompletableFuture<Optional<RunningServer>> server =
        http
            ? CompletableFuture.supplyAsync(
                () -> Optional.of(serve(directory, settings, running)), Thread.ofPlatform()::start)
            : CompletableFuture.completedFuture(Optional.empty());
    try {
      RunningTopology topology =
          RunningTopology.start(settings, directory.resolve("state"), Lane.LIVE, told::accept);
      running.set(topology);
      told.accept("topology runs");
      return new Pipeline(stack, settings, topology, joined(server));
    } catch (RuntimeException failed) {
      Optional.ofNullable(running.get()).ifPresent(RunningTopology::close);
      closeStarted(server);
      throw failed;
    }
  }

  /** Whether it started or failed, nothing of it stays behind. */
  private static void closeStarted(CompletableFuture<Optional<RunningServer>> server) {
    try {
      joined(server).ifPresent(RunningServer::close);
    } catch (RuntimeException failedToo) {
      LOG.debug("the server did not start", failedToo);
    }
  }

  private static RunningServer serve(
      Path directory, Settings settings, AtomicReference<RunningTopology> topology) {
    return RunningServer.start(
        settings,
        directory.resolve("view"),
        () -> Optional.ofNullable(topology.get()).map(RunningTopology::local));
  }

  private static <T> T joined(CompletableFuture<T> future) {
    try {
      return future.join();
    } catch (CompletionException failed) {
      throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
    }
  }

  /** Where the HTTP server listens; empty when there is none. */
  public Optional<String> url() {
    return server.map(RunningServer::url);
  }

  /** The settings by which this stack is reached. */
  public Settings settings() {
    return settings;
  }

  /** The line by which others learn that, and where, the stack can be used. */
  public String readyLine() {
    return "ready bootstrap="
        + stack.bootstrapServers()
        + " registry="
        + stack.registryUrl()
        + url().map(http -> " http=" + http).orElse("");
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
      server.ifPresent(RunningServer::close);
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
