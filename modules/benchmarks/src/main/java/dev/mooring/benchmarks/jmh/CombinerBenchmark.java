package dev.mooring.benchmarks.jmh;

import dev.mooring.metrics.Tallies;
import dev.mooring.topology.state.DossierState;
import dev.mooring.topology.state.ScopeId;
import dev.mooring.topology.state.TallyCodec;
import dev.mooring.topology.state.TallyState;
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
 * The differences of a commit: packed by one stage, added up and logged by the next. An operation
 * is one event, so the figures are small: one commit combines all of them.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CombinerBenchmark {

  private Tallies differences;
  private List<Map.Entry<ScopeId, byte[]>> pieces;

  @Setup
  public void prepare() {
    Sample sample = Sample.make();
    DossierState state = new DossierState();
    for (int i = 0; i < Sample.EVENTS; i++) {
      state.take(sample.keys().get(i), sample.facts().get(i));
    }
    differences = state.outbox().tallies();
    pieces = new ArrayList<>();
    forEachPiece((id, bytes) -> pieces.add(Map.entry(id, bytes)));
  }

  @Benchmark
  @OperationsPerInvocation(Sample.EVENTS)
  public void pack(Blackhole hole) {
    forEachPiece((id, bytes) -> hole.consume(bytes));
  }

  @Benchmark
  @OperationsPerInvocation(Sample.EVENTS)
  public TallyState addUpAndLog(Blackhole hole) {
    TallyState state = new TallyState();
    pieces.forEach(piece -> TallyCodec.addTo(state.changing(piece.getKey()), piece.getValue()));
    state.log(
        (key, value) -> {
          hole.consume(key);
          hole.consume(value);
        });
    state.settle();
    return state;
  }

  private interface PieceVisitor {
    void visit(ScopeId id, byte[] bytes);
  }

  private void forEachPiece(PieceVisitor visitor) {
    for (dev.mooring.metrics.Scope scope : dev.mooring.metrics.Scope.values()) {
      differences
          .of(scope)
          .forEach(
              (id, tally) ->
                  TallyCodec.write(tally, bytes -> visitor.visit(new ScopeId(scope, id), bytes)));
    }
  }
}
