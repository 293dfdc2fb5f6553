package dev.mooring.publisher;

import dev.mooring.contract.EventKey;
import dev.mooring.contract.EventNormalizer;
import dev.mooring.contract.Problem;
import dev.mooring.contract.Topics;
import dev.mooring.contract.codec.EventReading;
import dev.mooring.contract.event.Event;
import dev.mooring.contract.reference.CityReference;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Sends events to the events topic.
 *
 * <p>Each is brought into its one form, checked, and sent under its key with the current time, so
 * that it lands once and in order even if the producer has to send again. Sending an event a second
 * time is safe: the topology counts it once. Safe for use by several threads.
 */
public final class EventPublisher implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final RecordSender sender;
  private final EventNormalizer normalizer;
  private final EventCheck check;
  private final CloudEventHeaders headers;
  private final Clock clock;

  private EventPublisher(PublisherConfig config, Supplier<CityReference> cities, Clock clock) {
    this.sender = new RecordSender(config);
    this.normalizer = new EventNormalizer(id -> cities.get().country(id));
    this.check = new EventCheck(cities, config.unknownCities());
    this.headers = new CloudEventHeaders(config.source());
    this.clock = clock;
  }

  /**
   * Opens a publisher: registers the schema of events, under FULL_TRANSITIVE compatibility.
   *
   * @param cities the known cities, from which countries are filled in
   * @param clock gives the records their timestamps
   */
  public static EventPublisher open(PublisherConfig config, CityReference cities, Clock clock) {
    return open(config, () -> cities, clock);
  }

  /**
   * Opens a publisher that is to run for long.
   *
   * @param cities gives the cities that are known at the time; it is asked for every event
   */
  public static EventPublisher open(
      PublisherConfig config, Supplier<CityReference> cities, Clock clock) {
    try (Subjects subjects = new Subjects(config.registry())) {
      subjects.register(Topics.EVENTS);
    }
    return new EventPublisher(config, cities, clock);
  }

  /** All that is wrong with an event; empty when it may be sent now. Sends nothing. */
  public List<Problem> problems(Event event) {
    return check.problems(normalizer.normalize(event), clock.instant());
  }

  /** Whether an event can be sent now without waiting for others to be acknowledged. */
  public boolean hasRoom() {
    return sender.hasRoom();
  }

  /**
   * Sends an event. Waits while as much is under way as the configuration allows.
   *
   * @return completed when all in-sync replicas have it; failed with {@link InvalidEventException},
   *     at once, when it was not sent because it is wrong
   */
  public CompletableFuture<Receipt> publish(Event event) {
    Event normal = normalizer.normalize(event);
    Instant now = now();
    return send(normal, now, check.problems(normal, now));
  }

  /**
   * Sends an event that a reader has found valid: of that, nothing is looked at a second time but
   * whether its city is known and how far ahead it is dated.
   *
   * @return as {@link #publish(Event)}
   */
  public CompletableFuture<Receipt> publish(EventReading.Read read) {
    Event normal = normalizer.normalize(read.event());
    Instant now = now();
    return send(normal, now, check.problemsOfValid(normal, now));
  }

  private Instant now() {
    return Instant.ofEpochMilli(clock.millis());
  }

  private CompletableFuture<Receipt> send(Event normal, Instant now, List<Problem> problems) {
    if (!problems.isEmpty()) {
      return CompletableFuture.failedFuture(new InvalidEventException(problems));
    }
    return sender.send(
        new ProducerRecord<>(
            Topics.EVENTS.name(),
            null,
            now.toEpochMilli(),
            EventKey.of(normal),
            normal,
            headers.of(normal)));
  }

  /** Waits until everything sent so far is acknowledged or has failed. */
  public void flush() {
    sender.flush();
  }

  /**
   * Flushes and closes. Every future is completed when it returns: what is not acknowledged in time
   * has failed.
   */
  public void close(Duration timeout) {
    sender.close(timeout);
  }

  /** Flushes and closes, with a minute's patience. */
  @Override
  public void close() {
    close(PATIENCE);
  }
}
