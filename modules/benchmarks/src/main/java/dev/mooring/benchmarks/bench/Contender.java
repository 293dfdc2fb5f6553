package dev.mooring.benchmarks.bench;

import dev.mooring.benchmarks.engine.AsOfRun;
import dev.mooring.benchmarks.engine.Decoding;
import dev.mooring.benchmarks.engine.EngineRun;
import dev.mooring.benchmarks.engine.InMemoryFold;
import dev.mooring.benchmarks.engine.MooringRun;
import dev.mooring.benchmarks.engine.RawPoll;
import dev.mooring.benchmarks.engine.ShadowRun;
import dev.mooring.benchmarks.flink.FlinkRun;
import dev.mooring.benchmarks.streamsdsl.DslRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A line of the table.
 *
 * @param name short, for the command line
 * @param what it does, for the reader of the table
 * @param engine that does it
 * @param jvmOptions of its JVM, beyond those that all have
 * @param settings of the engine
 */
record Contender(
    String name,
    String what,
    Class<? extends EngineRun> engine,
    List<String> jvmOptions,
    Map<String, String> settings) {

  /** Against which all others are measured. */
  static final String REFERENCE = "L1";

  /** Against whose work, by processor time, that of all others is measured. */
  static final String CORE_REFERENCE = "L2";

  private static final String FAST_READ = "-Dorg.apache.avro.fastread=true";

  /** All that there are, in the order of the table. */
  static final List<Contender> ALL =
      List.of(
          limit("L0", "consumer, raw bytes", RawPoll.class),
          limit("L1", "consumer + Avro SpecificRecord", Decoding.class),
          limit("L1f", "the same with Avro's fast reader", Decoding.class, FAST_READ),
          limit("L2", "fold in memory, one thread, fast reader", InMemoryFold.class, FAST_READ),
          asOf("A", "as-of, a thread a processor", Map.of()),
          asOf("A1", "as-of, one thread", Map.of(AsOfRun.THREADS, "1")),
          topology("M", "Mooring, exactly once, commit 1 s", MooringRun.class, 1_000),
          topology("M2", "the same, two stream threads", MooringRun.class, 1_000, 2),
          topology("S", "shadow replay, exactly once, commit 1 s", ShadowRun.class, 1_000),
          rocksDb("MR", "Mooring, relationships in RocksDB, commit 1 s", 1_000),
          topology("M100", "Mooring, exactly once, commit 100 ms", MooringRun.class, 100),
          dsl("K", "Kafka Streams DSL, as it comes, commit 1 s", false),
          dsl("Kt", "the same, tuned, in memory", true),
          flink("F1", "Flink, heap, checkpoint 1 s", "hashmap", 1_000),
          flink("F5", "Flink, heap, checkpoint 5 s", "hashmap", 5_000),
          flink("FR1", "Flink, RocksDB, checkpoint 1 s", "rocksdb", 1_000),
          flink("FR5", "Flink, RocksDB, checkpoint 5 s", "rocksdb", 5_000),
          twice("F1x2", "F1 with parallelism 2", flink("F1", "", "hashmap", 1_000)),
          twice("FR5x2", "FR5 with parallelism 2", flink("FR5", "", "rocksdb", 5_000)));

  /** The contender of that name. */
  static Contender named(String name) {
    return ALL.stream()
        .filter(contender -> contender.name.equals(name))
        .findFirst()
        .orElseThrow(() -> unknown(name));
  }

  private static IllegalArgumentException unknown(String name) {
    String known = ALL.stream().map(Contender::name).collect(Collectors.joining(", "));
    return new IllegalArgumentException("engine: " + name + ", should be one of " + known);
  }

  private static Contender topology(
      String name, String what, Class<? extends EngineRun> engine, int commitMillis) {
    return topology(name, what, engine, commitMillis, 1);
  }

  private static Contender topology(
      String name, String what, Class<? extends EngineRun> engine, int commitMillis, int threads) {
    Map<String, String> settings =
        Map.of(
            MooringRun.COMMIT_MILLIS,
            Integer.toString(commitMillis),
            MooringRun.THREADS,
            Integer.toString(threads));
    return new Contender(name, what, engine, List.of(), settings);
  }

  private static Contender rocksDb(String name, String what, int commitMillis) {
    Map<String, String> settings =
        Map.of(
            MooringRun.COMMIT_MILLIS,
            Integer.toString(commitMillis),
            MooringRun.THREADS,
            "1",
            MooringRun.ROCKSDB_MEGABYTES,
            "256");
    List<String> options = ClassPath.without("frocksdbjni-");
    return new Contender(name, what, MooringRun.class, options, settings);
  }

  private static Contender dsl(String name, String what, boolean tuned) {
    Map<String, String> settings = Map.of(DslRun.TUNED, Boolean.toString(tuned));
    return new Contender(name, what, DslRun.class, ClassPath.without("frocksdbjni-"), settings);
  }

  /** Flink brings a RocksDB of its own, whose classes have the same names as the usual one's. */
  private static Contender flink(String name, String what, String backend, int checkpointMillis) {
    Map<String, String> settings =
        Map.of(
            FlinkRun.BACKEND,
            backend,
            FlinkRun.CHECKPOINT_MILLIS,
            Integer.toString(checkpointMillis));
    return new Contender(name, what, FlinkRun.class, ClassPath.without("rocksdbjni-"), settings);
  }

  private static Contender twice(String name, String what, Contender flink) {
    List<String> options = new ArrayList<>(flink.jvmOptions());
    options.add("-Dflink.parallelism.default=2");
    return new Contender(name, what, flink.engine(), options, flink.settings());
  }

  private static Contender asOf(String name, String what, Map<String, String> settings) {
    return new Contender(name, what, AsOfRun.class, List.of(), settings);
  }

  private static Contender limit(
      String name, String what, Class<? extends EngineRun> engine, String... jvmOptions) {
    return new Contender(name, what, engine, List.of(jvmOptions), Map.of());
  }
}
