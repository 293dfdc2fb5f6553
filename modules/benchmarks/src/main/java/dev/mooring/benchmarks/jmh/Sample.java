package dev.mooring.benchmarks.jmh;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.mooring.benchmarks.bench.EventFrames;
import dev.mooring.benchmarks.history.HistoryConfig;
import dev.mooring.benchmarks.history.HistoryGenerator;
import dev.mooring.contract.EventKey;
import dev.mooring.contract.GeneratedTypes;
import dev.mooring.contract.event.Event;
import dev.mooring.metrics.Fact;
import dev.mooring.topology.intake.Examined;
import dev.mooring.topology.intake.Intake;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A generated history, as benchmarks need it. Those that go through all of it say so by {@link
 * #EVENTS} operations per invocation: their figures are of one event.
 *
 * @param events in the order in which they are published
 * @param keys of their records
 * @param values of their records
 * @param facts that they come to
 */
record Sample(List<Event> events, List<byte[]> keys, List<byte[]> values, List<Fact> facts) {

  static final int EVENTS = 10_000;

  /** Bytes before the body of a value. */
  static final int PREFIX = 5;

  /** There is one only, so that every key belongs to it. */
  static final int PARTITIONS = 1;

  private static final int SCHEMA_ID = 1;

  /** The same each time. */
  static Sample make() {
    GeneratedTypes.trust();
    HistoryGenerator history = new HistoryGenerator(HistoryConfig.of(1, EVENTS));
    List<Event> events = Stream.generate(history::next).limit(EVENTS).toList();
    List<byte[]> keys = events.stream().map(event -> EventKey.of(event).getBytes(UTF_8)).toList();
    EventFrames frames = new EventFrames(SCHEMA_ID);
    List<byte[]> values = events.stream().map(frames::of).toList();
    return new Sample(events, keys, values, facts(keys, values));
  }

  /** An intake that knows the schema of the values. */
  static Intake intake() {
    return new Intake(id -> Optional.of(Event.getClassSchema()), PARTITIONS);
  }

  private static List<Fact> facts(List<byte[]> keys, List<byte[]> values) {
    Intake intake = intake();
    return Stream.iterate(0, i -> i + 1)
        .limit(EVENTS)
        .map(i -> fact(intake.examine(keys.get(i), values.get(i), 0, System.currentTimeMillis())))
        .toList();
  }

  private static Fact fact(Examined examined) {
    return switch (examined) {
      case Examined.Accepted(Fact fact) -> fact;
      case Examined.Rejected rejected -> throw new IllegalStateException(rejected.toString());
    };
  }
}
