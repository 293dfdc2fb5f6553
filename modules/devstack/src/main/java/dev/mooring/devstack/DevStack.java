package dev.mooring.devstack;

import dev.mooring.devstack.DevStackListener.Part;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A broker and a schema registry, started together and kept below one directory. While it runs, a
 * lock keeps other stacks out of the directory and {@link RunningStack} tells other processes where
 * it listens.
 */
public final class DevStack implements AutoCloseable {

  private final Path directory;
  private final DirectoryLock lock;
  private final EmbeddedBroker broker;
  private final EmbeddedRegistry registry;
  private boolean closed;

  private DevStack(
      Path directory, DirectoryLock lock, EmbeddedBroker broker, EmbeddedRegistry registry) {
    this.directory = directory;
    this.lock = lock;
    this.broker = broker;
    this.registry = registry;
  }

  /** Starts both and returns when both can be used. */
  public static DevStack start(DevStackConfig config) {
    return start(config, DevStackListener.NONE);
  }

  /**
   * Starts both, telling the listener, and returns when both can be used.
   *
   * @throws DevStackException when one of them cannot start; then neither runs
   */
  public static DevStack start(DevStackConfig config, DevStackListener listener) {
    DirectoryLock lock = DirectoryLock.acquire(config.directory(), "stack.lock", "stack");
    try {
      return start(config, listener, lock).announced();
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  private static DevStack start(
      DevStackConfig config, DevStackListener listener, DirectoryLock lock) {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var broker =
          begin(threads, listener, Part.BROKER, () -> EmbeddedBroker.start(config.broker()));
      var registry =
          begin(threads, listener, Part.REGISTRY, () -> EmbeddedRegistry.start(config.registry()));
      try {
        return new DevStack(config.directory(), lock, broker.join(), registry.join());
      } catch (CompletionException e) {
        closeStarted(broker, EmbeddedBroker::close);
        closeStarted(registry, EmbeddedRegistry::close);
        throw e.getCause() instanceof DevStackException cause
            ? cause
            : new DevStackException("the stack did not start: " + e.getCause(), e.getCause());
      }
    }
  }

  private DevStack announced() {
    try {
      RunningStack.ofThisProcess(bootstrapServers(), registryUrl()).write(directory);
      return this;
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  private static <T> CompletableFuture<T> begin(
      ExecutorService threads, DevStackListener listener, Part part, Supplier<T> start) {
    return CompletableFuture.supplyAsync(
        () -> {
          long began = System.nanoTime();
          listener.starting(part);
          T started = start.get();
          listener.ready(part, Duration.ofNanos(System.nanoTime() - began));
          return started;
        },
        threads);
  }

  /** The other part may still be starting: waits for it, since it could not be stopped later. */
  private static <T> void closeStarted(CompletableFuture<T> part, Consumer<T> close) {
    T started = part.exceptionally(failure -> null).join();
    if (started != null) {
      close.accept(started);
    }
  }

  /** What clients take as {@code bootstrap.servers}. */
  public String bootstrapServers() {
    return broker.bootstrapServers();
  }

  /** What clients take as {@code schema.registry.url}. */
  public String registryUrl() {
    return registry.url();
  }

  /** Stops both cleanly. Further calls do nothing. */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    RunningStack.remove(directory);
    try (lock;
        registry;
        broker) {
      // closed in turn, each even when the one before fails
    }
  }
}
