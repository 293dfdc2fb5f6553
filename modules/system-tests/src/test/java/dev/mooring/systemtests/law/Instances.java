package dev.mooring.systemtests.law;

import dev.mooring.topology.TopologyConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Some instances of the topology, each a process with a state directory of its own. */
final class Instances implements AutoCloseable {

  static final Duration TO_RUN = Duration.ofMinutes(1);

  private final Path directory;
  private final Function<Path, TopologyConfig> configs;
  private final List<TopologyProcess> processes = new ArrayList<>();
  private Launch launch = Launch.USUAL;

  /**
   * None yet.
   *
   * @param configs the configuration of an instance, for its state directory
   */
  Instances(Path directory, Function<Path, TopologyConfig> configs) {
    this.directory = directory;
    this.configs = configs;
  }

  /** Starts one more; returns its number. */
  int start() throws IOException {
    processes.add(process(processes.size()));
    return processes.size() - 1;
  }

  /** How those are started that are started from now on. */
  void launch(Launch next) {
    launch = next;
  }

  TopologyProcess get(int number) {
    return processes.get(number);
  }

  /** Starts one again that has ended or was killed. */
  void restart(int number) throws IOException {
    processes.set(number, process(number));
  }

  /** Deletes the state directory of one that was killed: it comes back as a stranger. */
  void forget(int number) throws IOException {
    try (Stream<Path> files = Files.walk(state(number))) {
      files.sorted(Comparator.reverseOrder()).forEach(Instances::delete);
    }
  }

  void awaitRunning() throws InterruptedException {
    for (TopologyProcess process : processes) {
      process.awaitRunning(TO_RUN);
    }
  }

  /** What all of them have logged. */
  String log() throws IOException {
    StringBuilder all = new StringBuilder();
    for (TopologyProcess process : processes) {
      all.append(process.log());
    }
    return all.toString();
  }

  @Override
  public void close() {
    processes.stream().parallel().forEach(TopologyProcess::close);
  }

  private TopologyProcess process(int number) throws IOException {
    Files.createDirectories(directory);
    return TopologyProcess.start(
        configs.apply(state(number)), directory.resolve("instance-" + number + ".log"), launch);
  }

  private Path state(int number) {
    return directory.resolve("instance-" + number);
  }

  private static void delete(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
