package dev.mooring.systemtests.sink;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
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
   * Starts one.
   *
   * @param directory of its files; a second one there goes on with the first one's log
   * @param name of the connector: who has the same one goes on where it stopped
   * @param environment what the configuration refers to
   */
  static ConnectWorker start(Path directory, String name, Map<String, String> environment)
      throws IOException {
    Files.createDirectories(directory);
    Files.writeString(directory.resolve("postgres_password"), "mooring");
    Path plugins = BUILT.resolve("plugins").toAbsolutePath().normalize();
    String port = ":" + freePort();
    Path worker =
        changed(
            directory,
            "worker.properties",
            Map.of(
                "/opt/mooring-sink/plugins", plugins.toString(),
                "/run/secrets", directory.toString(),
                "/tmp/connect.offsets", directory.resolve("connect.offsets").toString(),
                ":8083", port));
    Path connector =
        changed(
            directory,
            "connector.properties",
            Map.of("/run/secrets", directory.toString(), "=mooring-sink", "=" + name));
    Path health =
        changed(
            directory,
            "health",
            Map.of("/8083", port.replace(':', '/'), "/mooring-sink/", "/" + name + "/"));
    Path log = directory.resolve("worker.log");
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Dlogback.configurationFile=" + logging(directory),
            "-cp",
            BUILT.resolve("worker") + "/*",
            "org.apache.kafka.connect.cli.ConnectStandalone",
            worker.toString(),
            connector.toString());
    builder.environment().putAll(environment);
    builder.redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    return new ConnectWorker(builder.start(), log, health);
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

  /** kill -9. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
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
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
