package dev.mooring.benchmarks.history;

import java.util.Arrays;

/** Ranks from 0, the one of rank r drawn in proportion to 1 / (r + 1). */
final class Zipf {

  private final double[] cumulative;

  Zipf(int ranks) {
    cumulative = new double[ranks];
    double sum = 0;
    for (int rank = 0; rank < ranks; rank++) {
      sum += 1.0 / (rank + 1);
      cumulative[rank] = sum;
    }
  }

  int draw(Dice dice) {
    double point = dice.unit() * cumulative[cumulative.length - 1];
    int found = Arrays.binarySearch(cumulative, point);
    int rank = found < 0 ? -found - 1 : found + 1;
    return Math.min(rank, cumulative.length - 1);
  }
}
