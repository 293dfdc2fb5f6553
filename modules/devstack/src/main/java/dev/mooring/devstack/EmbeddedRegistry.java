package dev.mooring.devstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/**
 * A real schema registry that speaks the Confluent protocol, in a child process. Its data survives
 * a kill of either process. It ends with this process, also when this one is killed.
 */
public final class EmbeddedRegistry implements AutoCloseable {

  private static final Duration STOP_PATIENCE = Duration.ofSeconds(10);
  private static final long POLL_MILLIS = 25;

  private final Process process;
  private final int port;

  private EmbeddedRegistry(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /**
   * Starts a registry and returns when it answers.
   *
   * @throws DevStackException when the port is taken, the directory is in use, the JDK is too old
   *     or the server fails; the message ends with the last lines of its log
   */
  public static EmbeddedRegistry start(RegistryConfig config) {
    if (config.port() != 0) {
      Ports.requireFree("schema registry", config.port());
    }
    RegistryLog log = new RegistryLog(config.dataDir().resolve("registry.log"));
    Process process = launch(config, log.file());
    try {
      return new EmbeddedRegistry(process, awaitPort(config, process, log));
    } catch (RuntimeException e) {
      stop(process);
      throw e;
    }
  }

  private static Process launch(RegistryConfig config, Path log) {
    try {
      PrivateDirectory.create(config.dataDir());
      Files.deleteIfExists(log);
      return new ProcessBuilder(RegistryCommand.of(config))
          .redirectErrorStream(true)
          .redirectOutput(log.toFile())
          .start();
    } catch (IOException e) {
      throw new DevStackException("cannot launch the schema registry: " + e, e);
    }
  }

  private static int awaitPort(RegistryConfig config, Process process, RegistryLog log) {
    long deadline = System.nanoTime() + config.startTimeout().toNanos();
    while (System.nanoTime() < deadline) {
      boolean ended = ended(process);
      OptionalInt port = log.port();
      if (ended) {
        throw failed("ended with code " + process.exitValue(), log);
      }
      if (port.isPresent()) {
        return port.getAsInt();
      }
    }
    throw failed("did not answer within " + config.startTimeout(), log);
  }

  private static boolean ended(Process process) {
    try {
      return process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DevStackException("interrupted while the schema registry was starting", e);
    }
  }

  private static DevStackException failed(String how, RegistryLog log) {
    return new DevStackException(
        "the schema registry " + how + "; the end of its log " + log.file() + ":\n" + log.tail());
  }

  /** Base URL of the Confluent protocol, what clients take as {@code schema.registry.url}. */
  public String url() {
    return "http://" + Ports.HOST + ":" + port + "/apis/ccompat/v7";
  }

  /** Process id of the child. */
  public long pid() {
    return process.pid();
  }

  /** Stops it and waits for its end. Further calls do nothing. */
  @Override
  public void close() {
    stop(process);
  }

  /** The end of its standard input asks the child to stop by itself. */
  private static void stop(Process process) {
    try {
      process.getOutputStream().close();
      if (!process.waitFor(STOP_PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
      }
    } catch (IOException e) {
      process.destroyForcibly();
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
