package dev.mooring.systemtests.dashboard;

import dev.mooring.contract.EventNormalizer;
import dev.mooring.contract.EventValidator;
import dev.mooring.contract.Problem;
import dev.mooring.contract.event.Event;
import dev.mooring.contract.reference.CityReference;
import dev.mooring.publisher.EventPublisher;
import dev.mooring.publisher.Receipt;
import dev.mooring.server.EventSink;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** Publishes to Kafka what the shipped cities and the rules of events allow. */
record PublisherSink(EventPublisher publisher, CityReference cities) implements EventSink {

  @Override
  public List<Problem> problems(Event event) {
    Event normal = new EventNormalizer(cities::country).normalize(event);
    return Stream.concat(EventValidator.problems(normal).stream(), cities.problems(normal).stream())
        .toList();
  }

  @Override
  public CompletableFuture<Receipt> publish(Event event) {
    return publisher.publish(event);
  }
}
