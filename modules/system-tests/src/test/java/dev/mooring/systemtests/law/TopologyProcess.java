package dev.mooring.systemtests.law;

import dev.mooring.topology.TopologyConfig;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;

/**
 * An instance of the topology as a process, which can be killed. Its log is shown when it fails.
 */
final class TopologyProcess implements AutoCloseable {

  private static final Duration TO_STOP = Duration.ofSeconds(45);
  private static final int SHOWN = 60;

  private final Process process;
  private final Path log;
  private final CompletableFuture<Optional<Duration>> running;

  private TopologyProcess(Process process, Path log) {
    this.process = process;
    this.log = log;
    long began = System.nanoTime();
    this.running =
        CompletableFuture.supplyAsync(
            () -> listen(process.inputReader(), began), Thread.ofVirtual()::start);
  }

  /** Starts an instance; its log is appended to a file. */
  static TopologyProcess start(TopologyConfig config, Path log) throws IOException {
    return start(config, log, Launch.USUAL);
  }

  /** The same, launched otherwise. */
  static TopologyProcess start(TopologyConfig config, Path log, Launch launch) throws IOException {
    Path settings = log.resolveSibling(log.getFileName() + ".properties");
    TopologyMain.write(config, settings);
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-Xmx320m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+ExitOnOutOfMemoryError",
            TopologyMain.class.getName(),
            settings.toString());
    builder.environment().put("CLASSPATH", classPath(launch.before()));
    builder.environment().putAll(launch.environment());
    builder.redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
    return new TopologyProcess(builder.start(), log);
  }

  /** Waits until it runs; returns how long that took from its start. */
  Duration awaitRunning(Duration atMost) throws InterruptedException {
    try {
      Optional<Duration> after = running.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
      Assertions.assertThat(after).as(() -> "running; its log ends:\n" + lastWords()).isPresent();
      return after.orElseThrow();
    } catch (TimeoutException | ExecutionException e) {
      throw new AssertionError(
          "not running after " + atMost + "; its log ends:\n" + lastWords(), e);
    }
  }

  /** How long it took to run; empty when it did not, or not yet. */
  Optional<Duration> ranAfter() {
    return running.isCompletedExceptionally() ? Optional.empty() : running.getNow(Optional.empty());
  }

  /** kill -9. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  String log() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** SIGTERM; kill -9 when that does not end it. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(TO_STOP.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
        throw new AssertionError("did not stop within " + TO_STOP + ":\n" + lastWords());
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private static String classPath(List<Path> before) {
    return Stream.concat(
            before.stream().map(Path::toString), Stream.of(System.getProperty("java.class.path")))
        .collect(Collectors.joining(File.pathSeparator));
  }

  private String lastWords() {
    List<String> lines = log().lines().toList();
    return String.join("\n", lines.subList(Math.max(0, lines.size() - SHOWN), lines.size()));
  }

  /** Empty when the process ended without a word. */
  private static Optional<Duration> listen(BufferedReader out, long began) {
    try {
      return TopologyMain.RUNNING.equals(out.readLine())
          ? Optional.of(Duration.ofNanos(System.nanoTime() - began))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
