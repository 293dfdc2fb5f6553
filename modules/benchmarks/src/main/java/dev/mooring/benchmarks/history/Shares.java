package dev.mooring.benchmarks.history;

/**
 * How often a report is not plain, each as a share of the newly reported facts, 0 to 1.
 *
 * @param late published long after it happened, and so behind what came after it
 * @param announced published before it happens
 * @param duplicated published once more, unchanged
 * @param amended followed by a revision with another city or day
 * @param retracted followed by a revision that takes it back
 * @param disputed followed by a revision that doubts it
 * @param conflicting followed by other contents under the same id and revision
 * @param bystanding outside any relationship: stances, signals, customer payments, unnamed parties
 * @param cityless without a city
 * @param burst relationships that begin in a burst, as when a bank has failed and all its clients
 *     look for another
 */
public record Shares(
    double late,
    double announced,
    double duplicated,
    double amended,
    double retracted,
    double disputed,
    double conflicting,
    double bystanding,
    double cityless,
    double burst) {

  /** The shares of the benchmarks. */
  public static final Shares USUAL =
      new Shares(0.03, 0.01, 0.02, 0.025, 0.01, 0.01, 0.005, 0.03, 0.06, 0.1);

  /** Every report plain, every event part of a relationship and with its city. */
  public static final Shares PLAIN = new Shares(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

  public Shares {
    share("late", late);
    share("announced", announced);
    share("duplicated", duplicated);
    share(
        "amended + retracted + disputed + conflicting",
        amended + retracted + disputed + conflicting);
    share("amended", amended);
    share("retracted", retracted);
    share("disputed", disputed);
    share("conflicting", conflicting);
    share("bystanding", bystanding);
    share("cityless", cityless);
    share("burst", burst);
  }

  private static void share(String field, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException(field + ": " + value + ", should be between 0 and 1");
    }
  }
}
