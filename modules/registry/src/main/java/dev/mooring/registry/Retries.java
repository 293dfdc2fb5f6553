package dev.mooring.registry;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before trying again: doubling, with jitter so that clients do not come in step.
 */
final class Retries {

  /** Waits; a test does not. */
  @FunctionalInterface
  interface Sleeper {
    void sleep(Duration time) throws InterruptedException;
  }

  private static final int MOST_DOUBLINGS = 30;

  private final RegistryConfig config;
  private final RandomGenerator random;
  private final Sleeper sleeper;

  Retries(RegistryConfig config, RandomGenerator random, Sleeper sleeper) {
    this.config = config;
    this.random = random;
    this.sleeper = sleeper;
  }

  /**
   * Waits after so many failures; false when that was the last attempt.
   *
   * @param askedFor how long the server asked to be left alone; kept up to the longest wait
   */
  boolean another(int failures, Duration askedFor) throws InterruptedException {
    if (failures > config.maxRetries()) {
      return false;
    }
    Duration asked =
        askedFor.compareTo(config.retryMaxWait()) < 0 ? askedFor : config.retryMaxWait();
    Duration own = wait(failures);
    sleeper.sleep(own.compareTo(asked) < 0 ? asked : own);
    return true;
  }

  /** Between half of the doubled wait and all of it. */
  private Duration wait(int failures) {
    int doublings = Math.min(failures - 1, MOST_DOUBLINGS);
    long longest =
        Math.min(config.retryMaxWait().toMillis(), config.retryWait().toMillis() << doublings);
    return Duration.ofMillis(longest / 2 + random.nextLong(longest / 2 + 1));
  }
}
