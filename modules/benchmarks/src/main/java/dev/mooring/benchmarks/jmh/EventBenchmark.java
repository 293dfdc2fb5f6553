package dev.mooring.benchmarks.jmh;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.mooring.benchmarks.bench.EventFrames;
import dev.mooring.contract.EventValidator;
import dev.mooring.contract.Problem;
import dev.mooring.contract.codec.EventCsv;
import dev.mooring.contract.codec.EventJson;
import dev.mooring.contract.codec.EventReaders;
import dev.mooring.contract.event.Event;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** What a publisher does with an event: read it, check it, encode it. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class EventBenchmark {

  private Sample sample;
  private byte[] json;
  private byte[] csv;
  private EventFrames frames;
  private int at;

  @Setup
  public void prepare() {
    sample = Sample.make();
    json = file(sample.events().stream().map(EventJson::write));
    csv =
        file(
            Stream.concat(
                Stream.of(EventCsv.header()), sample.events().stream().map(EventCsv::write)));
    frames = new EventFrames(1);
  }

  @Benchmark
  @OperationsPerInvocation(Sample.EVENTS)
  public void readJson(Blackhole hole) {
    EventReaders.jsonLines(new ByteArrayInputStream(json)).forEachRemaining(hole::consume);
  }

  @Benchmark
  @OperationsPerInvocation(Sample.EVENTS)
  public void readCsv(Blackhole hole) {
    EventReaders.csv(new ByteArrayInputStream(csv)).forEachRemaining(hole::consume);
  }

  @Benchmark
  public String writeJson() {
    return EventJson.write(event());
  }

  @Benchmark
  public String writeCsv() {
    return EventCsv.write(event());
  }

  @Benchmark
  public List<Problem> validate() {
    return EventValidator.problems(event());
  }

  @Benchmark
  public byte[] encode() {
    return frames.of(event());
  }

  private static byte[] file(Stream<String> lines) {
    return lines.collect(Collectors.joining("\n", "", "\n")).getBytes(UTF_8);
  }

  private Event event() {
    return sample.events().get(next());
  }

  private int next() {
    at = (at + 1) % Sample.EVENTS;
    return at;
  }
}
