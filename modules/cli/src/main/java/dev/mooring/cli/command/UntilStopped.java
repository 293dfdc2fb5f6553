package dev.mooring.cli.command;

import dev.mooring.cli.ExitCode;
import java.util.concurrent.CountDownLatch;

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
    withdraw(closing);
  }

  /**
   * Waits for {@code work}, which ends when the process is told to stop: that is how it is meant to
   * end, so the process ends with 0 then.
   *
   * @param stop makes {@code work} return
   */
  static void runThenSucceed(Runnable work, Runnable stop) {
    CountDownLatch ended = new CountDownLatch(1);
    Thread stopping =
        new Thread(
            () -> {
              stop.run();
              await(ended);
              // Without it the exit code would be that of the signal.
              Runtime.getRuntime().halt(ExitCode.DONE.code());
            },
            "stop");
    Runtime.getRuntime().addShutdownHook(stopping);
    try {
      work.run();
    } finally {
      ended.countDown();
      withdraw(stopping);
    }
  }

  /** Waits until the process is told to stop, closes, and ends with 0. */
  static void idleThenSucceed(Runnable close) {
    CountDownLatch told = new CountDownLatch(1);
    runThenSucceed(
        () -> await(told),
        () -> {
          close.run();
          told.countDown();
        });
  }

  private static void withdraw(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException stopping) {
      // The hook runs: let it finish, it ends the process.
      join(hook);
    }
  }

  private static void await(CountDownLatch ended) {
    try {
      ended.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
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
