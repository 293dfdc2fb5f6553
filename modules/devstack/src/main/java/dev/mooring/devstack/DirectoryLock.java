package dev.mooring.devstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * The right to use a directory, held through a lock on a file in it. The operating system takes it
 * back when the process ends, however it ends.
 */
final class DirectoryLock implements AutoCloseable {

  private final FileChannel channel;

  private DirectoryLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes the lock, making the directory; empty when another process or part of this one has it.
   */
  static Optional<DirectoryLock> tryAcquire(Path directory, String name) {
    try {
      PrivateDirectory.create(directory);
      FileChannel channel =
          FileChannel.open(
              directory.resolve(name), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (lock(channel)) {
        return Optional.of(new DirectoryLock(channel));
      }
      channel.close();
      return Optional.empty();
    } catch (IOException e) {
      throw new DevStackException(
          "cannot use the data directory " + directory + ": " + e + "; it must be writable", e);
    }
  }

  /** Takes the lock or says who should let go. */
  static DirectoryLock acquire(Path directory, String name, String user) {
    return tryAcquire(directory, name)
        .orElseThrow(
            () ->
                new DevStackException(
                    "the data directory "
                        + directory.toAbsolutePath()
                        + " is in use by another "
                        + user
                        + "; stop that one or choose another directory"));
  }

  private static boolean lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException heldByThisProcess) {
      return false;
    }
  }

  /** Lets go. The file stays: removing it would let two processes lock two files of one name. */
  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
