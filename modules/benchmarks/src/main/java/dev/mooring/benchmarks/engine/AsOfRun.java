package dev.mooring.benchmarks.engine;

import dev.mooring.benchmarks.rows.Rows;
import dev.mooring.replay.asof.AsOf;
import dev.mooring.replay.asof.Past;
import dev.mooring.view.ViewConfig;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A: folds all events as {@code mooring metrics --as-of} does. The making of the rows is in its
 * time, since whoever looks at the past waits for them.
 */
public final class AsOfRun implements EngineRun {

  /** Setting: most partitions that are folded at a time; as many as processors when missing. */
  public static final String THREADS = "threads";

  @Override
  public Outcome run(Job job, Stopwatch watch) {
    Past past = past(job);
    AtomicLong records = new AtomicLong();
    watch.start();
    var folded = past.rows(List.of(AsOf.NOW), (read, total) -> records.set(read)).getFirst();
    watch.stop();
    Rows rows = new Rows();
    folded.forEach(rows::add);
    return new Outcome(records.get(), Optional.of(rows));
  }

  private static Past past(Job job) {
    ViewConfig config = ViewConfig.of(job.bootstrap(), job.registry());
    String threads = job.settings().get(THREADS);
    return threads == null ? new Past(config) : new Past(config, Integer.parseInt(threads));
  }
}
