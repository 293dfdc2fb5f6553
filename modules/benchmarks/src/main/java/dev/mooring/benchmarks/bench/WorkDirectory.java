package dev.mooring.benchmarks.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A directory for the data of a run, which goes when it is closed. */
public record WorkDirectory(Path path) implements AutoCloseable {

  /**
   * A new one.
   *
   * @param parent below this one, which is made when missing; null for that of the system
   */
  public static WorkDirectory in(Path parent) throws IOException {
    String prefix = "mooring-bench";
    return new WorkDirectory(
        parent == null
            ? Files.createTempDirectory(prefix)
            : Files.createTempDirectory(Files.createDirectories(parent), prefix));
  }

  @Override
  public void close() throws IOException {
    try (Stream<Path> tree = Files.walk(path)) {
      for (Path each : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }
}
