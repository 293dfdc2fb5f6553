package dev.mooring.benchmarks.restart;

import dev.mooring.benchmarks.bench.Application;
import dev.mooring.benchmarks.bench.ChildJvm;
import dev.mooring.benchmarks.engine.LiveMain;
import java.util.function.Supplier;

/** A topology's process, from the moment of its start. */
record Instance(ChildJvm process, long startedNanos) implements AutoCloseable {

  static Instance start(Supplier<ChildJvm> process) {
    long now = System.nanoTime();
    return new Instance(process.get(), now);
  }

  /**
   * Waits until it is where it would have been without a stop.
   *
   * @param what came before this start
   * @param behind events that were published and not committed at its start
   * @param held what it has to restore
   */
  Start measure(String what, long behind, HeldState held, Application application)
      throws InterruptedException {
    process.expect(LiveMain.ASSIGNED);
    double assigned = seconds();
    String[] restored = process.expect(LiveMain.RUNNING).split(" ", 2);
    double running = seconds();
    application.awaitSettled();
    return new Start(
        what,
        behind,
        assigned,
        running,
        Long.parseLong(restored[0]),
        held.entries(),
        held.bytes(),
        Double.parseDouble(restored[1]),
        seconds());
  }

  void kill() throws InterruptedException {
    process.kill();
  }

  @Override
  public void close() {
    process.close();
  }

  private double seconds() {
    return (System.nanoTime() - startedNanos) / 1e9;
  }
}
