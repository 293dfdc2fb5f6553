package dev.mooring.benchmarks.engine;

/**
 * A way of following a topic that goes on with whatever comes, until it is closed. It has a JVM of
 * its own and a constructor without arguments.
 */
public interface LiveEngine {

  /**
   * Starts it, and returns when it is at work.
   *
   * @param assigned is run whenever partitions are given to it, by any of its threads
   * @return what is to be closed to stop it cleanly
   */
  AutoCloseable start(Job job, Runnable assigned) throws Exception;
}
