package dev.mooring.benchmarks.history;

/** The ways on from a step, in per cent; what is missing to a hundred leads nowhere. */
final class Ways {

  private final Step[] byPercent = new Step[100];
  private int taken;

  Ways to(Step step, int percent) {
    for (int i = 0; i < percent; i++) {
      byPercent[taken++] = step;
    }
    return this;
  }

  Step draw(Dice dice) {
    return dice.pick(byPercent);
  }
}
