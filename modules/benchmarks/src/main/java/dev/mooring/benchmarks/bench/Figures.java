package dev.mooring.benchmarks.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** All figures of a command as JSON, for those who want to compare. */
public final class Figures {

  private Figures() {}

  /**
   * Makes the directory of a file: it would be a pity to find out after an hour that it cannot be.
   *
   * @param json null for no file
   */
  public static void makeRoom(Path json) throws IOException {
    if (json != null) {
      Files.createDirectories(json.toAbsolutePath().getParent());
    }
  }

  /**
   * Writes them.
   *
   * @param json null for no file
   */
  public static void write(Path json, Object figures) {
    if (json == null) {
      return;
    }
    try {
      new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(json.toFile(), figures);
    } catch (IOException e) {
      throw new UncheckedIOException("writing " + json, e);
    }
  }
}
