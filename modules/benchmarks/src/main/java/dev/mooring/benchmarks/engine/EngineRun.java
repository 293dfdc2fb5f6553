package dev.mooring.benchmarks.engine;

import dev.mooring.benchmarks.rows.Rows;
import java.util.Optional;

/**
 * One way of going through all events of a topic. It has a JVM of its own and a constructor without
 * arguments.
 */
public interface EngineRun {

  /**
   * Goes through all events, once.
   *
   * @param watch to be started when everything is ready to read, and stopped when the last event
   *     has taken full effect
   * @return what came of it; rows are gathered after the watch is stopped
   */
  Outcome run(Job job, Stopwatch watch) throws Exception;

  /**
   * What came of a run.
   *
   * @param records events read
   * @param rows the rows that came of them; empty for an engine that makes none
   */
  record Outcome(long records, Optional<Rows> rows) {}
}
