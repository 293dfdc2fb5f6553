package dev.mooring.benchmarks.engine;

/**
 * Ends this process when the one that started it has ended, however that happened. What it measures
 * is for nobody then, and it would take processors from the next measurement: an engine whose
 * broker has gone waits for it for as long as it is let.
 */
public final class WithParent {

  private static final int ORPHANED = 1;

  private WithParent() {}

  /**
   * From now on. It takes no notice of standard input, which some processes read for themselves.
   */
  public static void end() {
    ProcessHandle.current()
        .parent()
        .ifPresent(
            parent -> {
              var unused = parent.onExit().thenRun(() -> Runtime.getRuntime().halt(ORPHANED));
            });
  }
}
