package dev.mooring.server;

import dev.mooring.contract.Problem;
import dev.mooring.contract.event.Event;
import dev.mooring.publisher.Receipt;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Where published events go. Safe for use by several threads. */
public interface EventSink {

  /** All that is wrong with an event; empty when it may be published. Publishes nothing. */
  List<Problem> problems(Event event);

  /**
   * Publishes an event.
   *
   * @return completed when Kafka has it; failed when it has not
   * @throws NoRoomException when so much is under way that there is no room for more
   */
  CompletableFuture<Receipt> publish(Event event);

  /** There is no room now; later there may be. Nothing was published. */
  final class NoRoomException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NoRoomException(String message) {
      super(message);
    }
  }
}
