package dev.mooring.server;

import dev.mooring.server.stream.Rejections;
import dev.mooring.view.EventsView;
import dev.mooring.view.Rejected;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Dead letters that a test puts there. */
final class MemoryRejections implements Rejections {

  private final List<Rejected> letters = new CopyOnWriteArrayList<>();
  private final List<Consumer<List<Rejected>>> listeners = new CopyOnWriteArrayList<>();

  void add(Rejected letter) {
    letters.addFirst(letter);
    listeners.forEach(listener -> listener.accept(List.of(letter)));
  }

  @Override
  public List<Rejected> latest() {
    return List.copyOf(letters);
  }

  @Override
  public EventsView.Subscription onRejected(Consumer<List<Rejected>> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }
}
