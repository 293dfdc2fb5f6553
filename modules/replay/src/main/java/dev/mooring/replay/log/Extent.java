package dev.mooring.replay.log;

/**
 * A stretch of a partition.
 *
 * @param start offset of its first record
 * @param end the offset behind its last
 */
public record Extent(long start, long end) {

  public Extent {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException(
          "extent: %d to %d, should be offsets, the first not behind the last"
              .formatted(start, end));
    }
  }

  /** How many offsets there are in it; markers of transactions are among them. */
  public long length() {
    return end - start;
  }
}
