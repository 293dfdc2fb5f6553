package dev.mooring.cli.command;

import dev.mooring.cli.stack.EndReason;
import dev.mooring.cli.stack.RunningTopology;
import dev.mooring.topology.lane.LaneListener;

/** The life of an instance that has begun: it restores, runs, and ends when it is told to stop. */
final class InstanceRun {

  private InstanceRun() {}

  /**
   * Returns when the instance has ended by itself without a failure. When the process is told to
   * stop, it ends with 0 after everything was committed.
   *
   * @param runs is run once, when the instance runs
   * @param stop closes the instance, and what is beside it
   */
  static void untilStopped(
      RunningTopology topology, LaneListener listener, Runnable runs, Runnable stop) {
    UntilStopped.runThenSucceed(
        () -> {
          topology.awaitRunning(listener);
          if (!topology.isEnded()) {
            runs.run();
          }
          topology.await();
          listener.told(EndReason.STOPPED + ": committed, and left the group");
        },
        stop);
  }
}
