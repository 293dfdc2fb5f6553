package dev.mooring.cli.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;

/** Whether a directory can be used and has room. */
record Disk(String name, Path directory) implements Check {

  private static final long MEGABYTE = 1024 * 1024;
  static final long LOW = 1024 * MEGABYTE;
  static final long FULL = 100 * MEGABYTE;

  @Override
  public String advice() {
    return "make the directory, or name another one in the settings";
  }

  @Override
  public List<Finding> look() throws IOException {
    Path there = directory.toAbsolutePath();
    while (!Files.exists(there)) {
      there = there.getParent(); // it is made when it is needed
    }
    if (!Files.isDirectory(there) || !Files.isWritable(there)) {
      return List.of(Finding.failed(name, there + " cannot be written by this user", advice()));
    }
    if (isOpen(there) && there.equals(directory.toAbsolutePath())) {
      return List.of(
          Finding.warning(name, there + " can be written by every user", "chmod o-w " + there));
    }
    return List.of(room(there, Files.getFileStore(there).getUsableSpace()));
  }

  Finding room(Path there, long free) {
    String what = "%s: %d MB free".formatted(there, free / MEGABYTE);
    String make = "make room: an instance whose disk is full stops";
    if (free < FULL) {
      return Finding.failed(name, what, make);
    }
    return free < LOW ? Finding.warning(name, what, make) : Finding.ok(name, what);
  }

  private static boolean isOpen(Path directory) throws IOException {
    return directory.getFileSystem().supportedFileAttributeViews().contains("posix")
        && Files.getPosixFilePermissions(directory).contains(PosixFilePermission.OTHERS_WRITE);
  }
}
