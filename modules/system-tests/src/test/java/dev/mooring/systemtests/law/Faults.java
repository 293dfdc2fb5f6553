package dev.mooring.systemtests.law;

import java.time.Duration;
import org.awaitility.Awaitility;

/** When things go wrong. */
final class Faults {

  private Faults() {}

  /** Lets a moment pass in which the fault that comes next may hit anything. */
  static void pause(Duration time) {
    Awaitility.await().pollDelay(time).atMost(time.plusSeconds(30)).until(() -> true);
  }
}
