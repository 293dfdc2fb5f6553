package dev.mooring.benchmarks.engine;

import dev.mooring.benchmarks.rows.Rows;
import dev.mooring.metrics.MemoryFold;
import java.util.Optional;

/** L2: folds events on one thread in memory; nothing is stored, nothing survives. */
public final class InMemoryFold implements EngineRun {

  private final EventDecoder decoder = new EventDecoder();
  private final MemoryFold fold = new MemoryFold();

  @Override
  public Outcome run(Job job, Stopwatch watch) {
    long records = EventLoop.run(job, watch, record -> fold.add(decoder.decode(record.value())));
    Rows rows = new Rows();
    fold.rows().forEach(rows::add);
    return new Outcome(records, Optional.of(rows));
  }
}
