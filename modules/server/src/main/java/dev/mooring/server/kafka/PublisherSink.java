package dev.mooring.server.kafka;

import dev.mooring.contract.Problem;
import dev.mooring.contract.event.Event;
import dev.mooring.publisher.EventPublisher;
import dev.mooring.publisher.PublisherConfig;
import dev.mooring.publisher.Receipt;
import dev.mooring.server.EventSink;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.ProducerConfig;

/** Publishes to Kafka. */
final class PublisherSink implements EventSink, AutoCloseable {

  private static final Duration TO_CLOSE = Duration.ofSeconds(10);

  private final EventPublisher publisher;

  PublisherSink(EventPublisher publisher) {
    this.publisher = publisher;
  }

  /** A caller over HTTP waits less long than a program: told soon, it can come again. */
  static PublisherConfig hasty(PublisherConfig config) {
    Map<String, Object> producer = new HashMap<>();
    producer.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000);
    producer.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
    producer.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 20_000);
    producer.putAll(config.producer());
    return new PublisherConfig(
        producer, config.registry(), config.source(), config.unknownCities(), config.maxInFlight());
  }

  @Override
  public List<Problem> problems(Event event) {
    return publisher.problems(event);
  }

  @Override
  public CompletableFuture<Receipt> publish(Event event) {
    if (!publisher.hasRoom()) {
      throw new NoRoomException("all records that may be under way are");
    }
    return publisher.publish(event);
  }

  @Override
  public void close() {
    publisher.close(TO_CLOSE);
  }
}
