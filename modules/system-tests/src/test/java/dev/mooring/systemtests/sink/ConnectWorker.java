package dev.mooring.systemtests.sink;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Kafka Connect as a process, with the configuration and the plugins that are shipped. What differs
 * is where it looks for secrets and plugins, its name and its port.
 */
final class ConnectWorker implements AutoCloseable {

  private static final Path SHIPPED = Path.of("../../deploy/sink");
  private static final Path BUILT = Path.of("../sink/target");
  private static final int SHOWN = 60;

  private final Process process;
  private final Path log;
  private final Path health;

  private ConnectWorker(Process process, Path log, Path health) {
    this.process = process;
    this.log = log;
    this.health = health;
  }

  /**
   * Starts one. It is not started again when it ends, as a container is.
   *
   * @param directory of its files; a second one there goes on with the first one's log
   * @param name of the connector: who has the same one goes on where it stopped
   * @param environment what the configuration refers to
   */
  static ConnectWorker start(Path directory, String name, Map<String, String> environment)
      throws IOException {
    Files.createDirectories(directory);
    Files.writeString(directory.resolve("postgres_password"), "mooring\n");
    Path plugins = BUILT.resolve("plugins").toAbsolutePath().normalize();
    String port = ":" + freePort();
    changed(
        directory,
        "worker.properties",
        Map.of(
            "/opt/mooring-sink/plugins", plugins.toString(),
            "/tmp/connect.offsets", directory.resolve("connect.offsets").toString(),
            ":8083", port));
    changed(directory, "connector.properties", Map.of("=mooring-sink", "=" + name));
    Path health =
        executable(
            changed(
                directory,
                "health",
                Map.of(
                    "/8083", port.replace(':', '/'), "/opt/mooring-sink", directory.toString())));
    Path run =
        changed(
            directory,
            "run",
            Map.of(
                "/opt/kafka/bin/connect-standalone.sh",
                connect(directory).toString(),
                "/opt/mooring-sink",
                directory.toString(),
                "/run/secrets",
                directory.toString()));
    Path log = directory.resolve("worker.log");
    ProcessBuilder builder = new ProcessBuilder("bash", run.toString());
    builder.environment().putAll(environment);
    builder.redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    return new ConnectWorker(builder.start(), log, health);
  }

  /** What starts Connect where there is no installation of Kafka. */
  private static Path connect(Path directory) throws IOException {
    String script =
        """
        #!/bin/bash
        exec '%s' -Xmx256m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Dlogback.configurationFile='%s' \\
          -cp '%s/*' org.apache.kafka.connect.cli.ConnectStandalone "$@"
        """
            .formatted(
                Path.of(System.getProperty("java.home"), "bin", "java"),
                logging(directory),
                BUILT.resolve("worker").toAbsolutePath());
    Path file = Files.writeString(directory.resolve("connect-standalone.sh"), script);
    return executable(file);
  }

  private static Path executable(Path file) throws IOException {
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
  }

  private static Path changed(Path directory, String file, Map<String, String> replacements)
      throws IOException {
    String text = Files.readString(SHIPPED.resolve(file));
    for (Map.Entry<String, String> each : replacements.entrySet()) {
      if (!text.contains(each.getKey())) {
        throw new IllegalStateException(each.getKey() + " is not in " + file);
      }
      text = text.replace(each.getKey(), each.getValue());
    }
    return Files.writeString(directory.resolve(file), text);
  }

  private static Path logging(Path directory) throws IOException {
    return Files.writeString(
        directory.resolve("logback.xml"),
        """
        <configuration>
          <appender name="OUT" class="ch.qos.logback.core.ConsoleAppender">
            <encoder><pattern>%d{HH:mm:ss.SSS} %-5level %logger{0} %msg%n</pattern></encoder>
          </appender>
          <logger name="io.debezium.connector.jdbc" level="INFO"/>
          <root level="WARN"><appender-ref ref="OUT"/></root>
        </configuration>
        """);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** What the health check of its container says. */
  boolean isHealthy() throws IOException, InterruptedException {
    return new ProcessBuilder("bash", health.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start()
            .waitFor()
        == 0;
  }

  /** Waits until it ends by itself; returns its exit code. */
  int awaitEnd(Duration atMost) throws InterruptedException {
    if (!process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new AssertionError("runs on:\n" + lastWords());
    }
    return process.exitValue();
  }

  /** kill -9. */
  void kill() throws InterruptedException {
    List<ProcessHandle> all = process.descendants().toList();
    process.destroyForcibly().waitFor();
    all.forEach(ProcessHandle::destroyForcibly);
    all.forEach(each -> each.onExit().join());
  }

  /** The end of its log. */
  String lastWords() {
    try {
      List<String> lines = Files.readAllLines(log);
      return String.join("\n", lines.subList(Math.max(0, lines.size() - SHOWN), lines.size()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** SIGTERM; kill -9 when that does not end it. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        kill();
      }
    } catch (InterruptedException e) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
