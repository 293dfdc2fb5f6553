package dev.mooring.benchmarks.engine;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mooring.view.KafkaView;
import dev.mooring.view.ViewConfig;
import java.lang.management.ManagementFactory;
import java.time.Duration;

/**
 * The process of a view that is measured. Arguments: the broker and the registry. On standard
 * output it says its {@link ViewReport} as JSON.
 */
public final class ViewMain {

  private static final Duration PATIENCE = Duration.ofMinutes(30);

  private ViewMain() {}

  public static void main(String[] args) throws Exception {
    WithParent.end();
    long heapBefore = heapInUse();
    Stopwatch watch = new Stopwatch(() -> {}, () -> {});
    watch.start();
    try (KafkaView view = KafkaView.open(ViewConfig.of(args[0], args[1]))) {
      if (!view.awaitCaughtUp(PATIENCE)) {
        throw new IllegalStateException("not caught up: " + view.freshness());
      }
      watch.stop();
      Long peak = PeakMemory.ofThisProcess();
      Stopwatch.Reading reading = watch.reading();
      System.out.println(
          new ObjectMapper()
              .writeValueAsString(
                  new ViewReport(
                      view.snapshot().cityDaily().size(),
                      reading.seconds(),
                      reading.cpuSeconds(),
                      heapInUse() - heapBefore,
                      peak)));
    }
    System.exit(0);
  }

  static long heapInUse() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
