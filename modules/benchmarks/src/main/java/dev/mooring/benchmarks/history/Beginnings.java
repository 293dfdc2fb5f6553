package dev.mooring.benchmarks.history;

/** When new relationships begin, and between whom: steadily, and now and then in bursts. */
final class Beginnings {

  private static final int BURST = 100;
  private static final int BURST_SPEED = 20;
  private static final double ELSEWHERE = 0.06;

  /** A few rare beginnings would add up to any length: a short history has them close together. */
  private static final int FEWEST = 100;

  private final Cast cast;
  private final Dice dice;
  private final double gap;
  private final double burstChance;
  private int burstLeft;
  private City burstCity;
  private long next;

  Beginnings(HistoryConfig config, Cast cast, Dice dice) {
    this.cast = cast;
    this.dice = dice;
    double share = config.shares().burst();
    double relationships =
        Math.max(FEWEST, (double) config.events() / HistoryConfig.EVENTS_PER_RELATIONSHIP);
    this.gap = config.span().toMillis() / relationships / (1 - share + share / BURST_SPEED);
    this.burstChance = share == 1 ? 1 : share / (1 - share) / BURST;
    this.next = dice.exponential(gap);
  }

  /** Milliseconds from the start of the history to the next beginning. */
  long nextAt() {
    return next;
  }

  /** The relationship that begins next. */
  Task.Relationship take() {
    long occurs = next;
    int bank = cast.busyBank(dice);
    City city = burstLeft > 0 ? burstCity : cast.cityOf(bank, dice);
    City elsewhere = dice.chance(ELSEWHERE) ? cast.city(dice) : null;
    String firm = cast.nextFirm(bank);
    goOn();
    return new Task.Relationship(bank, firm, city, elsewhere, Step.first(dice), occurs);
  }

  private void goOn() {
    if (burstLeft > 0) {
      burstLeft--;
    } else if (dice.chance(burstChance)) {
      burstLeft = BURST;
      burstCity = cast.city(dice);
    }
    next += dice.exponential(burstLeft > 0 ? gap / BURST_SPEED : gap);
  }
}
