package dev.mooring.metrics;

import java.util.HashMap;
import java.util.Map;
import java.util.function.ObjLongConsumer;

/**
 * Moorings by counterpart. What rows need of them, how many counterparts there are and the sum of
 * the squares, is kept up to date, so that a row of a city with many firms costs no walk over them.
 */
public final class Members {

  static final Members NONE = new Members();

  private final Map<String, Long> counts = new HashMap<>();
  private long present;
  private long sum;
  private long squares;

  /** How many counterparts have at least one mooring. */
  public long present() {
    return present;
  }

  /** Moorings with all counterparts together. */
  public long sum() {
    return sum;
  }

  /** The sum of the squares of the moorings with each. */
  public long squares() {
    return squares;
  }

  /** Whether no counterpart is left. */
  public boolean isEmpty() {
    return counts.isEmpty();
  }

  /** The moorings with one counterpart. */
  public long get(String id) {
    return counts.getOrDefault(id, 0L);
  }

  /** Visits the counterparts whose count is not zero. */
  public void forEach(ObjLongConsumer<String> visitor) {
    counts.forEach(visitor::accept);
  }

  void add(String id, long count) {
    long before = get(id);
    long after = before + count;
    if (after == 0) {
      counts.remove(id);
    } else {
      counts.put(id, after);
    }
    present += (after > 0 ? 1 : 0) - (before > 0 ? 1 : 0);
    sum += count;
    squares += after * after - before * before;
  }
}
