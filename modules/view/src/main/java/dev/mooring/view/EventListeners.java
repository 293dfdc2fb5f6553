package dev.mooring.view;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Those who are told of what is read. */
final class EventListeners<T> {

  private static final Logger LOG = LoggerFactory.getLogger(EventListeners.class);

  private final List<Listener<T>> listeners = new CopyOnWriteArrayList<>();

  /** An identity for each time that somebody begins to listen. */
  private record Listener<T>(Object identity, Consumer<List<T>> consumer) {}

  EventsView.Subscription add(Consumer<List<T>> consumer) {
    Listener<T> listener = new Listener<>(new Object(), consumer);
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  boolean isEmpty() {
    return listeners.isEmpty();
  }

  void tell(List<T> news) {
    for (Listener<T> listener : listeners) {
      try {
        listener.consumer.accept(news);
      } catch (RuntimeException failed) {
        LOG.error("a listener failed; it goes on being called", failed);
      }
    }
  }
}
