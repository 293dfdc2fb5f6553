package dev.mooring.benchmarks.latency;

import dev.mooring.benchmarks.bench.ClassPath;
import dev.mooring.benchmarks.engine.LiveEngine;
import dev.mooring.benchmarks.engine.MooringLive;
import dev.mooring.benchmarks.engine.MooringRun;
import dev.mooring.benchmarks.flink.FlinkLive;
import dev.mooring.benchmarks.flink.FlinkRun;
import dev.mooring.benchmarks.streamsdsl.DslLive;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * An engine whose latency can be measured.
 *
 * @param name short, for the command line
 * @param what it is, for the reader of the table
 * @param threads of a topology; others have their own setting
 * @param jvmOptions of its JVM, beyond those that all have
 */
record LiveContender(
    String name,
    String what,
    Class<? extends LiveEngine> engine,
    int threads,
    List<String> jvmOptions) {

  static final List<LiveContender> ALL =
      List.of(
          new LiveContender("M", "Mooring, exactly once", MooringLive.class, 1, List.of()),
          new LiveContender("M2", "the same, two stream threads", MooringLive.class, 2, List.of()),
          new LiveContender(
              "K", "Kafka Streams DSL", DslLive.class, 1, ClassPath.without("frocksdbjni-")),
          new LiveContender(
              "F", "Flink, heap", FlinkLive.class, 1, ClassPath.without("rocksdbjni-")));

  /**
   * What it is told of its commits, in the words of all of them.
   *
   * @param commitMillis between commits, or checkpoints
   */
  Map<String, String> settings(int commitMillis) {
    String millis = Integer.toString(commitMillis);
    return Map.of(
        MooringRun.COMMIT_MILLIS,
        millis,
        MooringRun.THREADS,
        Integer.toString(threads),
        FlinkRun.BACKEND,
        "hashmap",
        FlinkRun.CHECKPOINT_MILLIS,
        millis);
  }

  /** The contender of that name. */
  static LiveContender named(String name) {
    return ALL.stream()
        .filter(contender -> contender.name.equals(name))
        .findFirst()
        .orElseThrow(() -> unknown(name));
  }

  private static IllegalArgumentException unknown(String name) {
    String known = ALL.stream().map(LiveContender::name).collect(Collectors.joining(", "));
    return new IllegalArgumentException("engine: " + name + ", should be one of " + known);
  }
}
