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
  Running start(Job job, Runnable assigned) throws Exception;

  /** An engine at work. */
  interface Running extends AutoCloseable {

    /** What it read of changelogs before it was at work; nothing, where an engine has none. */
    default Restored restored() {
      return new Restored(0, 0);
    }

    @Override
    void close();
  }

  /**
   * State that was read back.
   *
   * @param entries of changelogs
   * @param seconds from when it began to read the first until it had them all
   */
  record Restored(long entries, double seconds) {}
}
