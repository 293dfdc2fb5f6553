package dev.mooring.metrics;

/** Takes what changes when a fact arrives, beyond the tallies. */
public interface Effects {

  /** The tallies of which differences are added up. */
  Tallies tallies();

  /**
   * A mooring has changed.
   *
   * @param city null for the mooring without a city
   * @param state null when there is no such mooring any more
   */
  void mooring(Parties pair, String city, MooringState state);

  /**
   * Where a bank stands on a subject may have changed.
   *
   * @param last the last word on it; null when none is left
   */
  void stance(Parties parties, StanceKey key, Fact last);

  /** A standing withdrawal of a bank has come, or has taken the place of its earlier revision. */
  void withdrew(String bank, Fact withdrawal);

  /** A withdrawal of a bank no longer stands. */
  void withdrewNot(String bank, Content withdrawal);

  /**
   * A fact now stands for its event.
   *
   * @param replaced the fact that stood for it before; null for none
   */
  default void stands(Fact fact, Fact replaced) {}
}
