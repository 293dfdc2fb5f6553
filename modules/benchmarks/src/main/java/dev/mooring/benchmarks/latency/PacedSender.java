package dev.mooring.benchmarks.latency;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.mooring.benchmarks.bench.EventFrames;
import dev.mooring.contract.EventKey;
import dev.mooring.contract.Topics;
import dev.mooring.contract.event.Event;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Publishes events at fixed times, whatever becomes of those before: an event that is held up
 * counts as late, and so do all behind it. Time runs from when an event was due, not from when it
 * was sent. The producer has the settings of Mooring's publisher.
 */
final class PacedSender implements AutoCloseable {

  /** Waking up for every single event would take more of the machine than sending it. */
  private static final long TICK = TimeUnit.MILLISECONDS.toNanos(1);

  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

  private final KafkaProducer<byte[], byte[]> producer;
  private final EventFrames frames;
  private final Iterator<Event> history;
  private final InstantSource clock;
  private final long[] due;
  private final SplittableRandom random = new SplittableRandom(1);
  private final AtomicReference<Exception> failure = new AtomicReference<>();
  private int probes;

  /**
   * A sender.
   *
   * @param history what is published beside the probes
   * @param probes how many there can be
   */
  PacedSender(
      String bootstrap, int schemaId, Iterator<Event> history, int probes, InstantSource clock) {
    this.producer = new KafkaProducer<>(settings(bootstrap));
    this.frames = new EventFrames(schemaId);
    this.history = history;
    this.due = new long[probes];
    this.clock = clock;
  }

  /** When each probe was due, by its number, as {@link System#nanoTime} has it. */
  long[] due() {
    return due;
  }

  /** Probes sent so far. */
  int probes() {
    return probes;
  }

  /**
   * Publishes for some seconds. One event of so many, at a place left to chance, is a probe.
   *
   * @throws IllegalStateException when an event was refused
   */
  void send(int rate, int seconds, int probesPerSecond) {
    long start = System.nanoTime();
    int stride = rate / probesPerSecond;
    long probe = random.nextInt(stride);
    for (long i = 0; i < (long) rate * seconds; i++) {
      long dueAt = start + i * SECOND / rate;
      await(dueAt);
      if (i == probe) {
        probe = (i / stride + 1) * stride + random.nextInt(stride);
        due[probes] = dueAt;
        send(Probe.event(probes++, clock.instant()));
      } else {
        send(history.next());
      }
    }
    if (failure.get() != null) {
      throw new IllegalStateException("publishing events", failure.get());
    }
  }

  @Override
  public void close() {
    producer.close();
  }

  private static void await(long dueAt) {
    while (dueAt - System.nanoTime() > 0) {
      LockSupport.parkNanos(Math.max(TICK, dueAt - System.nanoTime()));
    }
  }

  private void send(Event event) {
    byte[] key = EventKey.of(event).getBytes(UTF_8);
    var unused =
        producer.send(
            new ProducerRecord<>(Topics.EVENTS.name(), key, frames.of(event)), this::acknowledged);
  }

  private void acknowledged(RecordMetadata metadata, Exception problem) {
    if (problem != null) {
      failure.compareAndSet(null, problem);
    }
  }

  private static Map<String, Object> settings(String bootstrap) {
    return Map.of(
        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
        bootstrap,
        ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG,
        ByteArraySerializer.class,
        ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG,
        ByteArraySerializer.class,
        ProducerConfig.COMPRESSION_TYPE_CONFIG,
        "lz4",
        ProducerConfig.LINGER_MS_CONFIG,
        5,
        ProducerConfig.BATCH_SIZE_CONFIG,
        256 * 1024);
  }
}
