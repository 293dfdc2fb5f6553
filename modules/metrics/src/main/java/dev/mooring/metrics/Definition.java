package dev.mooring.metrics;

/** What the metrics mean, as a number. */
public final class Definition {

  /**
   * Raised whenever the same events come to other rows than before. Builds of different definitions
   * never fold the same lane: the newer one replays history in a shadow, which is then promoted.
   */
  public static final int VERSION = 1;

  private Definition() {}
}
