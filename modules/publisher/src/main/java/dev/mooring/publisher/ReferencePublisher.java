package dev.mooring.publisher;

import dev.mooring.contract.Problem;
import dev.mooring.contract.TopicSpec;
import dev.mooring.contract.Topics;
import dev.mooring.contract.reference.Bank;
import dev.mooring.contract.reference.City;
import dev.mooring.contract.reference.Firm;
import dev.mooring.contract.reference.ReferenceValidator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Sends reference data: the names and identifiers of cities, banks and firms. The latest
 * publication of an id stands. Safe for use by several threads.
 */
public final class ReferencePublisher implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final RecordSender sender;
  private final CloudEventHeaders headers;
  private final Clock clock;

  private ReferencePublisher(PublisherConfig config, Clock clock) {
    this.sender = new RecordSender(config);
    this.headers = new CloudEventHeaders(config.source());
    this.clock = clock;
  }

  /** Opens a publisher: registers the schemas of reference data. */
  public static ReferencePublisher open(PublisherConfig config, Clock clock) {
    try (Subjects subjects = new Subjects(config.registry())) {
      Topics.REFERENCE.forEach(subjects::register);
    }
    return new ReferencePublisher(config, clock);
  }

  /**
   * Sends a city.
   *
   * @return completed when all in-sync replicas have it; failed with {@link InvalidEventException}
   *     when it was not sent because it is wrong
   */
  public CompletableFuture<Receipt> publish(City city) {
    return send(Topics.CITIES, city.getId(), city, ReferenceValidator.problems(city));
  }

  /** Sends a bank. */
  public CompletableFuture<Receipt> publish(Bank bank) {
    return send(Topics.BANKS, bank.getId(), bank, ReferenceValidator.problems(bank));
  }

  /** Sends a firm. */
  public CompletableFuture<Receipt> publish(Firm firm) {
    return send(Topics.FIRMS, firm.getId(), firm, ReferenceValidator.problems(firm));
  }

  private CompletableFuture<Receipt> send(
      TopicSpec topic, String id, SpecificRecord value, List<Problem> problems) {
    if (!problems.isEmpty()) {
      return CompletableFuture.failedFuture(new InvalidEventException(problems));
    }
    Instant now = clock.instant();
    return sender.send(
        new ProducerRecord<>(
            topic.name(),
            null,
            now.toEpochMilli(),
            id,
            value,
            headers.ofReference(value.getSchema().getName(), id, now)));
  }

  /** Waits until everything sent so far is acknowledged or has failed. */
  public void flush() {
    sender.flush();
  }

  /** Flushes and closes, with a minute's patience; then every future is completed. */
  @Override
  public void close() {
    sender.close(PATIENCE);
  }
}
