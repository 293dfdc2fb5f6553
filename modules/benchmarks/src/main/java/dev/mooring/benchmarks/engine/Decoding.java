package dev.mooring.benchmarks.engine;

import java.util.Optional;

/** L1: reads events and does nothing with them. */
public final class Decoding implements EngineRun {

  private final EventDecoder decoder = new EventDecoder();
  private long revisions;

  @Override
  public Outcome run(Job job, Stopwatch watch) {
    long records =
        EventLoop.run(
            job, watch, record -> revisions += decoder.decode(record.value()).getRevision());
    if (revisions < records) {
      throw new IllegalStateException("revisions: " + revisions + ", should be 1 or more each");
    }
    return new Outcome(records, Optional.empty());
  }
}
