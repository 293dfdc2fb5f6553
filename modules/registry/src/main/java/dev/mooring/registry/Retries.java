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

  /** Waits after so many failures; false when that was the last attempt. */
  boolean another(int failures) throws InterruptedException {
    if (failures > config.maxRetries()) {
      return false;
    }
    sleeper.sleep(wait(failures));
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
