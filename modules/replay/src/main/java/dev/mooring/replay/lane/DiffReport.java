package dev.mooring.replay.lane;

/**
 * What comparing two lanes has come to.
 *
 * @param rows that are in one lane or the other
 * @param differing rows that differ
 * @param undecided rows that differed, but kept changing: publishing went on
 * @param rounds how often it settled and looked
 */
public record DiffReport(long rows, long differing, long undecided, int rounds) {

  /** Whether every row was proved equal. */
  public boolean same() {
    return differing == 0 && undecided == 0;
  }
}
