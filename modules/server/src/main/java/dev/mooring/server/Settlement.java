package dev.mooring.server;

import dev.mooring.view.Position;
import java.time.Duration;

/** Waits until what was published shows in rows. */
@FunctionalInterface
public interface Settlement {

  /**
   * Waits until the rows of the view, and its events, take in the events before a position.
   *
   * @param events a position of the events topic
   * @return whether they do; false when time ran out
   */
  boolean await(Position events, Duration atMost) throws InterruptedException;
}
