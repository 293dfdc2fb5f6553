package dev.mooring.view;

/** How much a reader that is behind gathers before it takes a step. */
final class Gathering {

  private static final int LEAST = 100_000;
  private static final int LEAST_UNSEEN = 400_000;
  private static final int MOST = 2_000_000;

  private Gathering() {}

  /**
   * Rows of a step, when there are so many already. Steps that grow with the rows make the whole
   * O(n log n), though each may touch every chunk; what is gathered must fit the memory too.
   */
  static long wholeStep(long rows) {
    return Math.clamp(rows / 3, LEAST, MOST);
  }

  /** The same where nobody sees the rows before all are read. */
  static long wholeUnseenStep(long rows) {
    return Math.clamp(rows / 3, LEAST_UNSEEN, MOST);
  }
}
