package dev.mooring.devstack;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;

/**
 * Where and how an {@link EmbeddedRegistry} runs.
 *
 * @param dataDir directory that keeps its database and its log; made when missing
 * @param port port of 127.0.0.1 for clients; 0: any free one
 * @param distribution directory of the unpacked server, as {@link RegistryDistribution} finds it
 * @param javaHome the JDK that runs it, 21 or newer
 * @param startTimeout how long it may take until it answers
 */
public record RegistryConfig(
    Path dataDir, int port, Path distribution, Path javaHome, Duration startTimeout) {

  private static final Duration START_TIMEOUT = Duration.ofSeconds(90);

  public RegistryConfig {
    Objects.requireNonNull(dataDir, "dataDir");
    Ports.requireValid("port", port);
    Objects.requireNonNull(distribution, "distribution");
    Objects.requireNonNull(javaHome, "javaHome");
    if (!startTimeout.isPositive()) {
      throw new IllegalArgumentException(
          "startTimeout: " + startTimeout + ", should be more than zero");
    }
  }

  /** The server that the build or the distribution brought, on the JDK of this process. */
  public RegistryConfig(Path dataDir, int port) {
    this(
        dataDir,
        port,
        RegistryDistribution.find(),
        Path.of(System.getProperty("java.home")),
        START_TIMEOUT);
  }
}
