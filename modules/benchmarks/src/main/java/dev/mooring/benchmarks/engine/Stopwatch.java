package dev.mooring.benchmarks.engine;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * Time and processor time of this process between start and stop, which the bench is told of, so
 * that it can take the broker's at the same moments.
 */
public final class Stopwatch {

  private final OperatingSystemMXBean system =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
  private final Runnable onStart;
  private final Runnable onStop;
  private long began;
  private long cpuBegan;
  private Reading reading;

  /**
   * What the watch shows.
   *
   * @param seconds by the wall clock
   * @param cpuSeconds of all threads of this process
   */
  public record Reading(double seconds, double cpuSeconds) {}

  Stopwatch(Runnable onStart, Runnable onStop) {
    this.onStart = onStart;
    this.onStop = onStop;
  }

  /** Everything is ready; the first event may be read. */
  public void start() {
    onStart.run();
    cpuBegan = system.getProcessCpuTime();
    began = System.nanoTime();
  }

  /** The last event has taken effect. */
  public void stop() {
    double seconds = (System.nanoTime() - began) / 1e9;
    reading = new Reading(seconds, (system.getProcessCpuTime() - cpuBegan) / 1e9);
    onStop.run();
  }

  Reading reading() {
    if (reading == null) {
      throw new IllegalStateException("the engine ended without stopping the watch");
    }
    return reading;
  }
}
