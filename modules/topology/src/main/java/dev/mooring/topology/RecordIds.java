package dev.mooring.topology;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Ids of records: one that is random a run, and a number. A random one a record would cost more
 * than making its row.
 */
final class RecordIds implements Supplier<String> {

  private final String run;
  private final AtomicLong next = new AtomicLong();

  /** Ids of a run. */
  RecordIds(String run) {
    this.run = run;
  }

  @Override
  public String get() {
    return run + "-" + next.getAndIncrement();
  }
}
