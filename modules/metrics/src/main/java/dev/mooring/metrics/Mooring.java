package dev.mooring.metrics;

/** One mooring of a pair, and how many of the pair's facts name its city. */
final class Mooring {

  private final String city;
  private final Timeline life = new Timeline();
  private int naming;

  /**
   * A mooring without facts.
   *
   * @param city null for the one mooring that a pair has while no fact names a city
   */
  Mooring(String city) {
    this.city = city;
  }

  String city() {
    return city;
  }

  Timeline life() {
    return life;
  }

  /** How many facts name its city: with the last of them it goes. */
  int naming() {
    return naming;
  }

  /** Counts facts that name its city. */
  void name(int count) {
    naming += count;
  }
}
