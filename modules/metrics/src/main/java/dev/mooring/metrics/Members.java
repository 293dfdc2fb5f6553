package dev.mooring.metrics;

import java.util.HashMap;
import java.util.Map;
import java.util.function.ObjLongConsumer;

/**
 * Moorings by counterpart. What rows need of them, how many counterparts there are and the sum of
 * the squares, is kept up to date, so that a row of a city with many firms costs no walk over them.
 */
public final class Members {

  /** One counterpart's moorings: changed in place, since it changes often. */
  private static final class Count {
    private long moorings;
  }

  static final Members NONE = new Members();

  private final Map<String, Count> counts = new HashMap<>();
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
    Count count = counts.get(id);
    return count == null ? 0 : count.moorings;
  }

  /** Visits the counterparts whose count is not zero. */
  public void forEach(ObjLongConsumer<String> visitor) {
    counts.forEach((id, count) -> visitor.accept(id, count.moorings));
  }

  void add(String id, long more) {
    Count count = counts.computeIfAbsent(id, none -> new Count());
    long before = count.moorings;
    long after = before + more;
    count.moorings = after;
    if (after == 0) {
      counts.remove(id);
    }
    present += (after > 0 ? 1 : 0) - (before > 0 ? 1 : 0);
    sum += more;
    squares += after * after - before * before;
  }

  void add(long morePresent, long moreMoorings, long moreSquares) {
    present += morePresent;
    sum += moreMoorings;
    squares += moreSquares;
  }
}
