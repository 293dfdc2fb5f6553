package dev.mooring.cli.command;

/** Lets something run until the process is told to stop, and then stops it in good order. */
final class UntilStopped {

  private UntilStopped() {}

  /**
   * Waits for {@code work} to end by itself; if the process is told to stop before, {@code close}
   * runs first.
   */
  static void run(Runnable work, Runnable close) {
    Thread closing = new Thread(close, "stop");
    Runtime.getRuntime().addShutdownHook(closing);
    work.run();
    try {
      Runtime.getRuntime().removeShutdownHook(closing);
    } catch (IllegalStateException stopping) {
      // The hook runs: let it finish, it ends the process.
      join(closing);
    }
  }

  private static void join(Thread closing) {
    try {
      closing.join();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
