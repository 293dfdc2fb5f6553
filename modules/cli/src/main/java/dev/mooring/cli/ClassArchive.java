package dev.mooring.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The archive of classes by which the launcher lets commands start quickly. The virtual machine
 * makes it when the first run of a command ends, of what that run used.
 */
final class ClassArchive {

  private static final String PROPERTY = "mooring.archive";

  private ClassArchive() {}

  /**
   * Tells the launcher that a run which is about to make the archive has failed, and so has not
   * used all that a good one will: the next run makes it anew.
   */
  static void notWholeYet() {
    String archive = System.getProperty(PROPERTY);
    if (archive == null || Files.exists(Path.of(archive))) {
      return;
    }
    try {
      Files.write(Path.of(archive + ".weak"), new byte[0]);
    } catch (IOException unwritable) {
      // Then the archive cannot be made either.
    }
  }
}
