package dev.mooring.benchmarks.history;

import java.time.Duration;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * All chance of a history. Only {@code nextLong} is taken from the JDK: its algorithm is named and
 * fixed, while the JDK's ways from there to a range or a distribution may change.
 */
final class Dice {

  private static final String ALGORITHM = "L64X128MixRandom";
  private static final double UNIT = 0x1.0p-53;

  private final RandomGenerator random;

  Dice(long seed) {
    this.random = RandomGeneratorFactory.of(ALGORITHM).create(seed);
  }

  /** Evenly from 0 to below the bound. */
  int below(int bound) {
    return (int) (((random.nextLong() >>> 32) * bound) >>> 32);
  }

  /** Evenly from 0 to below 1. */
  double unit() {
    return (random.nextLong() >>> 11) * UNIT;
  }

  boolean chance(double share) {
    return unit() < share;
  }

  <T> T pick(T[] of) {
    return of[below(of.length)];
  }

  /**
   * A waiting time in milliseconds whose logarithm is normally distributed, cut at four standard
   * deviations: one wait of decades would outlast the history.
   */
  long lognormal(Duration median, double sigma) {
    double deviations = Math.clamp(gaussian(), -4, 4);
    return (long) (median.toMillis() * StrictMath.exp(sigma * deviations));
  }

  /** A waiting time in milliseconds between happenings that do not know of each other. */
  long exponential(double mean) {
    return (long) (-mean * StrictMath.log(1 - unit()));
  }

  /** A random UUID of version 4, as text. */
  String uuid() {
    long high = (random.nextLong() & ~0xF000L) | 0x4000L;
    long low = (random.nextLong() >>> 2) | Long.MIN_VALUE;
    return new UUID(high, low).toString();
  }

  /** By Box and Muller: two even draws make a normal one. */
  private double gaussian() {
    double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - unit()));
    return radius * StrictMath.cos(2 * StrictMath.PI * unit());
  }
}
