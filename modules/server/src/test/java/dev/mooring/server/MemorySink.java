package dev.mooring.server;

import dev.mooring.contract.EventNormalizer;
import dev.mooring.contract.EventValidator;
import dev.mooring.contract.Problem;
import dev.mooring.contract.event.Event;
import dev.mooring.contract.reference.CityReference;
import dev.mooring.publisher.Receipt;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/** Takes events into memory, by the same checks as the publisher. */
final class MemorySink implements EventSink {

  final List<Event> published = new CopyOnWriteArrayList<>();
  volatile boolean full;
  private final CityReference cities = CityReference.shipped();
  private final EventNormalizer normalizer = new EventNormalizer(cities::country);

  @Override
  public List<Problem> problems(Event event) {
    Event normal = normalizer.normalize(event);
    List<Problem> problems = new ArrayList<>(EventValidator.problems(normal));
    problems.addAll(cities.problems(normal));
    return problems;
  }

  @Override
  public CompletableFuture<Receipt> publish(Event event) {
    if (full) {
      throw new NoRoomException("full");
    }
    published.add(event);
    return CompletableFuture.completedFuture(new Receipt(1, published.size() - 1L));
  }
}
