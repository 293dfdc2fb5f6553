package dev.mooring.benchmarks.scaling;

import java.util.List;

/**
 * What to measure.
 *
 * @param shapes one after the other; the first is what the others are held against
 * @param events of the history
 * @param commitMillis between commits of the topology
 * @param seed of the history
 * @param partitions of the events topic: no shape can have more threads
 * @param jvmOptions of each instance
 */
record ScalingConfig(
    List<Shape> shapes,
    long events,
    int commitMillis,
    long seed,
    int partitions,
    List<String> jvmOptions) {

  /** Topics whose partitions are shared out: events, withdrawals and differences. */
  private static final int SOURCES = 3;

  ScalingConfig {
    shapes = List.copyOf(shapes);
    jvmOptions = List.copyOf(jvmOptions);
    atLeastOne("events", events);
    atLeastOne("commit", commitMillis);
    atLeastOne("partitions", partitions);
    for (Shape shape : shapes) {
      if (shape.allThreads() > partitions) {
        throw new IllegalArgumentException(
            "shape: %s, should have no more threads than there are partitions: %d"
                .formatted(shape, partitions));
      }
    }
  }

  /** Partitions that are shared out among the threads. */
  int sourcePartitions() {
    return SOURCES * partitions;
  }

  private static void atLeastOne(String field, long value) {
    if (value < 1) {
      throw new IllegalArgumentException(field + ": " + value + ", should be at least 1");
    }
  }
}
