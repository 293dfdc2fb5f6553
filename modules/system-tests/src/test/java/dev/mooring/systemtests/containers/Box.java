package dev.mooring.systemtests.containers;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.model.ContainerNetwork;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.images.builder.Transferable;
import org.testcontainers.utility.DockerImageName;

/**
 * One container, and what may happen to it. Its ports on this machine are fixed, so that it is
 * found again after a restart.
 */
public final class Box implements AutoCloseable {

  private static final Duration TO_START = Duration.ofMinutes(2);

  private static final Path LOGS = Path.of("target", "containers");

  private final String name;
  private final Network network;
  private final GenericContainer<?> container;
  private String ready = "true";

  /** A container that has not been started. */
  public Box(String name, DockerImageName image, Network network, Map<String, String> environment) {
    this.name = name;
    this.network = network;
    this.container =
        new GenericContainer<>(image)
            .withNetwork(network)
            .withNetworkAliases(name)
            .withEnv(environment)
            .waitingFor(Wait.forSuccessfulCommand("true")) // otherwise for its ports, from here
            .withCreateContainerCmdModifier(create -> create.withHostName(name));
  }

  /** Further settings, before it is started. */
  GenericContainer<?> container() {
    return container;
  }

  /** Publishes a port of it on 127.0.0.1. */
  Box publish(int port, int here) {
    container.setPortBindings(List.of("127.0.0.1:" + here + ":" + port));
    return this;
  }

  /** It is ready when a script in it ends well: asked there, wherever the engine is. */
  Box readyWhen(String script) {
    ready = script;
    return this;
  }

  /** Puts a file into it before it is started. */
  public Box with(String path, String content) {
    container.withCopyToContainer(Transferable.of(content), path);
    return this;
  }

  /** A disk of so many megabytes in memory, for Mooring's user. */
  public Box withDisk(String path, int megabytes) {
    container.withTmpFs(Map.of(path, "size=" + megabytes + "m,uid=10001,gid=10001,mode=700"));
    return this;
  }

  /** Starts it for the first time. */
  public void start() {
    container.start();
  }

  /** Its processes end as by kill -9. */
  public void kill() {
    docker().killContainerCmd(container.getContainerId()).withSignal("KILL").exec();
  }

  /** It is told to stop, and is killed if that takes too long. */
  public void stop(Duration atMost) {
    docker()
        .stopContainerCmd(container.getContainerId())
        .withTimeout((int) atMost.toSeconds())
        .exec();
  }

  /** Starts it again, with the disk that it had. */
  public void startAgain() {
    docker().startContainerCmd(container.getContainerId()).exec();
  }

  /** Waits until it is ready; returns how long that took. */
  public Duration awaitReady() {
    long began = System.nanoTime();
    try {
      Awaitility.await(name)
          .atMost(TO_START)
          .pollInterval(Duration.ofMillis(250))
          .until(this::isReady);
    } catch (ConditionTimeoutException late) {
      throw new IllegalStateException(name + " said:\n" + container.getLogs(), late);
    }
    return Duration.ofNanos(System.nanoTime() - began);
  }

  private boolean isReady() throws IOException, InterruptedException {
    if (exitCode().isPresent()) {
      throw new IllegalStateException(
          "%s has ended with %d:%n%s".formatted(name, exitCode().getAsLong(), container.getLogs()));
    }
    return run(ready) == 0;
  }

  /** Runs a script in it, and returns how that ended. */
  public long run(String script) throws IOException, InterruptedException {
    return container.execInContainer("bash", "-c", script).getExitCode();
  }

  /** How its process ended; empty while it runs. */
  public OptionalLong exitCode() {
    InspectContainerResponse.ContainerState state = container.getCurrentContainerInfo().getState();
    return Boolean.TRUE.equals(state.getRunning())
        ? OptionalLong.empty()
        : OptionalLong.of(state.getExitCodeLong());
  }

  /** Its processes stand still. */
  public void pause() {
    docker().pauseContainerCmd(container.getContainerId()).exec();
  }

  /** They go on. */
  public void unpause() {
    docker().unpauseContainerCmd(container.getContainerId()).exec();
  }

  /** Nobody reaches it, and it reaches nobody. */
  public void disconnect() {
    docker()
        .disconnectFromNetworkCmd()
        .withContainerId(container.getContainerId())
        .withNetworkId(network.getId())
        .exec();
  }

  /** It is back under its name. */
  public void connect() {
    docker()
        .connectToNetworkCmd()
        .withContainerId(container.getContainerId())
        .withNetworkId(network.getId())
        .withContainerNetwork(new ContainerNetwork().withAliases(name))
        .exec();
  }

  /** All that it has said. */
  public String log() {
    return container.getLogs();
  }

  /** Removes it; its log is kept in {@code target/containers}. */
  @Override
  public void close() {
    if (container.getContainerId() == null) {
      return;
    }
    try {
      Files.createDirectories(LOGS);
      Files.writeString(LOGS.resolve(name + ".log"), container.getLogs());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      container.close();
    }
  }

  private DockerClient docker() {
    return container.getDockerClient();
  }
}
