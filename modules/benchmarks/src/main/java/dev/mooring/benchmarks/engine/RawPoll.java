package dev.mooring.benchmarks.engine;

import java.util.Optional;

/** L0: reads bytes and looks at none. */
public final class RawPoll implements EngineRun {

  private long bytes;

  @Override
  public Outcome run(Job job, Stopwatch watch) {
    long records = EventLoop.run(job, watch, record -> bytes += record.value().length);
    if (bytes == 0 && records > 0) {
      throw new IllegalStateException("all values of " + job.topic() + " are empty");
    }
    return new Outcome(records, Optional.empty());
  }
}
