package dev.mooring.benchmarks.jmh;

import dev.mooring.contract.event.Event;
import dev.mooring.topology.intake.EventBodies;
import dev.mooring.topology.intake.Examined;
import dev.mooring.topology.intake.Intake;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** From the bytes of a record to an event, or to what the fold needs of it. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class DecodeBenchmark {

  private Sample sample;
  private SpecificDatumReader<Event> specific;
  private SpecificDatumReader<Event> fast;
  private BinaryDecoder decoder;
  private EventBodies bodies;
  private EventBodies.BodyReader body;
  private Intake intake;
  private long now;
  private int at;

  @Setup
  public void prepare() {
    sample = Sample.make();
    specific = new SpecificDatumReader<>(Event.class);
    SpecificData data = new SpecificData();
    data.setFastReaderEnabled(true);
    fast = new SpecificDatumReader<>(Event.getClassSchema(), Event.getClassSchema(), data);
    bodies = new EventBodies(id -> Optional.of(Event.getClassSchema()));
    body = bodies.reader(1).orElseThrow();
    intake = Sample.intake();
    now = System.currentTimeMillis();
  }

  /** Avro's reader of generated classes. */
  @Benchmark
  public Event avroSpecific() throws IOException {
    return read(specific);
  }

  /** The same, as {@code org.apache.avro.fastread} has it. */
  @Benchmark
  public Event avroFast() throws IOException {
    return read(fast);
  }

  /** The topology's reader of whole events, which it needs for the few that are not plain. */
  @Benchmark
  public Event wholeEvent() throws IOException {
    return bodies.read(body, value(next()), Sample.PREFIX);
  }

  /** What the topology does with every record: decode, check, fingerprint, place. */
  @Benchmark
  public Examined examine() {
    int i = next();
    return intake.examine(sample.keys().get(i), value(i), 0, now);
  }

  private Event read(SpecificDatumReader<Event> reader) throws IOException {
    byte[] value = value(next());
    decoder =
        DecoderFactory.get()
            .binaryDecoder(value, Sample.PREFIX, value.length - Sample.PREFIX, decoder);
    return reader.read(null, decoder);
  }

  private byte[] value(int i) {
    return sample.values().get(i);
  }

  private int next() {
    at = (at + 1) % Sample.EVENTS;
    return at;
  }
}
