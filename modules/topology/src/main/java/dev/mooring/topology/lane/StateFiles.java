package dev.mooring.topology.lane;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.apache.kafka.common.utils.Utils;

/** The files that an application keeps in a state directory. */
public final class StateFiles {

  private StateFiles() {}

  /**
   * Removes them.
   *
   * @return whether there were any
   */
  public static boolean remove(Path stateDirectory, String applicationId) {
    Path files = stateDirectory.resolve(applicationId);
    boolean there = files.toFile().exists();
    try {
      Utils.delete(files.toFile());
      return there;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot remove " + files + ": " + e.getMessage(), e);
    }
  }
}
