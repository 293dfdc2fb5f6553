package dev.mooring.topology;

import dev.mooring.contract.PrivateFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;

/** The lasting name of an instance in its group, kept in its state directory. */
final class InstanceId {

  private static final String FILE = "instance-id";

  private InstanceId() {}

  /** The id kept in a directory; a new one is made and kept when there is none. */
  static String in(Path stateDirectory, Supplier<String> newIds) {
    Path file = stateDirectory.resolve(FILE);
    try {
      PrivateFiles.createDirectories(stateDirectory);
      if (Files.exists(file)) {
        String kept = Files.readString(file).strip();
        if (!kept.isEmpty()) {
          return kept;
        }
      }
      String id = newIds.get();
      Files.writeString(file, id + System.lineSeparator());
      return id;
    } catch (IOException e) {
      throw new UncheckedIOException(
          "state directory " + stateDirectory + " cannot be used: " + e.getMessage(), e);
    }
  }
}
