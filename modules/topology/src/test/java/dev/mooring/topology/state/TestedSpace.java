package dev.mooring.topology.state;

import java.nio.file.Path;

/** Room in RocksDB that is scarce: next to nothing stays on the heap that is not in use. */
public final class TestedSpace {

  private static final long LATELY = 8 * 1024;

  private TestedSpace() {}

  /** Room in a directory; the caller closes it. */
  public static RocksSpace in(Path directory) {
    return new RocksSpace(directory, RocksSpace.LEAST_MEMORY, LATELY);
  }
}
