package dev.mooring.devstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Directories that only their owner may use, as far as the file system knows of owners. */
final class PrivateDirectory {

  private PrivateDirectory() {}

  /** Makes it, and those above it that are missing; those that are there stay as they are. */
  static void create(Path directory) throws IOException {
    FileAttribute<?>[] permissions =
        directory.getFileSystem().supportedFileAttributeViews().contains("posix")
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
            }
            : new FileAttribute<?>[0];
    Files.createDirectories(directory, permissions);
  }
}
