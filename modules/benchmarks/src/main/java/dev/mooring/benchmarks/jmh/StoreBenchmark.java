package dev.mooring.benchmarks.jmh;

import dev.mooring.topology.state.DossierState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/**
 * The relationship stage's state: finding a relationship, folding an event into it, combining the
 * differences, and logging what has changed. An operation is one event.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class StoreBenchmark {

  /** Events between two commits. */
  private static final int COMMIT = 1_000;

  private Sample sample;
  private List<Map.Entry<byte[], byte[]>> changelog;

  @Setup
  public void prepare() {
    sample = Sample.make();
    changelog = new ArrayList<>();
    DossierState state = new DossierState();
    takeAll(state);
    state.log((key, value) -> changelog.add(Map.entry(key, value)));
  }

  /** Without a commit. */
  @Benchmark
  @OperationsPerInvocation(Sample.EVENTS)
  public DossierState take() {
    DossierState state = new DossierState();
    takeAll(state);
    return state;
  }

  /** With a commit after every thousand events. */
  @Benchmark
  @OperationsPerInvocation(Sample.EVENTS)
  public DossierState takeAndLog(Blackhole hole) {
    DossierState state = new DossierState();
    for (int i = 0; i < Sample.EVENTS; i++) {
      state.take(sample.keys().get(i), sample.facts().get(i));
      if (i % COMMIT == COMMIT - 1) {
        commit(state, hole);
      }
    }
    return state;
  }

  /** What a restart does, by the entries of one commit of everything. */
  @Benchmark
  @OperationsPerInvocation(Sample.EVENTS)
  public DossierState restore() {
    DossierState state = new DossierState();
    changelog.forEach(entry -> state.restore(entry.getKey(), entry.getValue()));
    return state;
  }

  private void takeAll(DossierState state) {
    for (int i = 0; i < Sample.EVENTS; i++) {
      state.take(sample.keys().get(i), sample.facts().get(i));
    }
  }

  private static void commit(DossierState state, Blackhole hole) {
    state.log(
        (key, value) -> {
          hole.consume(key);
          hole.consume(value);
        });
    state.settle();
  }
}
