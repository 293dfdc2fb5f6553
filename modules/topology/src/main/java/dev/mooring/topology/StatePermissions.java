package dev.mooring.topology;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;

/**
 * Who may use a state directory. Kafka Streams opens it to its owner's group whenever an instance
 * is made; Mooring leaves it as it was.
 */
record StatePermissions(Path directory, Set<PosixFilePermission> permissions) {

  /** As they are now; none where the file system has no such. */
  static StatePermissions of(Path directory) {
    try {
      PosixFileAttributeView view =
          Files.getFileAttributeView(directory, PosixFileAttributeView.class);
      return new StatePermissions(
          directory, view == null ? Set.of() : view.readAttributes().permissions());
    } catch (IOException e) {
      throw new UncheckedIOException("permissions of " + directory + " cannot be read", e);
    }
  }

  /** Makes them as they were. */
  void restore() {
    try {
      if (!permissions.isEmpty() && !permissions.equals(of(directory).permissions)) {
        Files.setPosixFilePermissions(directory, permissions);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("permissions of " + directory + " cannot be set", e);
    }
  }
}
