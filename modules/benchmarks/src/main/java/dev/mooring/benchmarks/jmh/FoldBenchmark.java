package dev.mooring.benchmarks.jmh;

import dev.mooring.contract.GeneratedTypes;
import dev.mooring.contract.event.Event;
import dev.mooring.contract.event.EventType;
import dev.mooring.contract.event.Precision;
import dev.mooring.metrics.Fact;
import dev.mooring.metrics.MemoryFold;
import dev.mooring.metrics.Parties;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * The fold of one relationship with many events, of which each comes so many places before the end
 * of those that are known: none is the order in which they happened.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class FoldBenchmark {

  private static final int FACTS = 1_000;
  private static final Parties PAIR = new Parties("bank-of-the-bench", "firm-of-the-bench");
  private static final Instant FIRST = Instant.parse("2021-01-01T00:00:00Z");
  private static final Duration APART = Duration.ofHours(7);
  private static final List<EventType> TYPES =
      List.of(
          EventType.PITCH_DELIVERED,
          EventType.APPLICATION_SUBMITTED,
          EventType.ACCOUNT_OPENED,
          EventType.ACCOUNT_ACTIVATED,
          EventType.RELATIONSHIP_CLOSED);

  /** Places before the end. */
  @Param({"0", "1", "10", "100"})
  private int before;

  private List<Fact> facts;

  @Setup
  public void prepare() {
    GeneratedTypes.trust();
    List<Fact> inOrder = IntStream.range(0, FACTS).mapToObj(FoldBenchmark::fact).toList();
    facts = new ArrayList<>(inOrder);
    Collections.rotate(facts, before);
  }

  @Benchmark
  @OperationsPerInvocation(FACTS)
  public MemoryFold relationship() {
    MemoryFold fold = new MemoryFold();
    facts.forEach(fact -> fold.add(PAIR, fact));
    return fold;
  }

  private static Fact fact(int number) {
    Instant at = FIRST.plus(APART.multipliedBy(number));
    Event event =
        Event.newBuilder()
            .setId(new UUID(number, number).toString())
            .setBank(PAIR.bank())
            .setFirm(PAIR.firm())
            .setCity("hong-kong")
            .setCountry("HK")
            .setType(TYPES.get(number % TYPES.size()))
            .setOccurredAt(at)
            .setPrecision(Precision.INSTANT)
            .setReportedAt(at)
            .setSource("Bench")
            .build();
    return Fact.of(event, number);
  }
}
