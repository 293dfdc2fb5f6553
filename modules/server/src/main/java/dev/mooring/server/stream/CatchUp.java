package dev.mooring.server.stream;

import dev.mooring.contract.event.Event;
import dev.mooring.server.stream.Entry.EventTold;
import dev.mooring.server.stream.Entry.Mark;
import dev.mooring.server.stream.Entry.RejectedTold;
import dev.mooring.server.stream.Entry.RowTold;
import dev.mooring.view.EventQuery;
import dev.mooring.view.EventRecord;
import dev.mooring.view.PastRecord;
import dev.mooring.view.Position;
import dev.mooring.view.Rejected;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Tells what lies between the places of a client and the head of the ring, read again. */
final class CatchUp {

  /** Each asks the events whether it stands: with more it is better to read them all anew. */
  private static final int MOST_EVENTS = 1_000;

  private final Hub hub;
  private final Places places;
  private final Consumer<Entry> to;
  private int records;
  private int events;

  CatchUp(Hub hub, Places places, Consumer<Entry> to) {
    this.hub = hub;
    this.places = places;
    this.to = to;
  }

  /** Whether all was told; when not, the client must read everything again. */
  boolean run() throws InterruptedException {
    Places target = new Places(places.feeds());
    target.reach(hub.ring().head());
    return rejected(target) && kafka(target);
  }

  private boolean kafka(Places target) throws InterruptedException {
    Position end = target.inKafka();
    if (places.inKafka().covers(end)) {
      return true;
    }
    boolean whole = hub.history().read(places.inKafka(), end, this::take);
    if (whole) {
      to.accept(new Mark(end));
    }
    return whole;
  }

  /** Whether more is wanted. */
  private boolean take(PastRecord past) {
    boolean event = past.value().orElse(null) instanceof Event;
    events += event ? 1 : 0;
    records++;
    if (records > hub.limits().again() || events > MOST_EVENTS) {
      return false;
    }
    Feed feed = Feed.ofTopic(past.topic().name()).orElseThrow();
    if (feed != Feed.EVENTS) {
      to.accept(RowTold.again(feed, past.partition(), past.offset(), past.key(), past.value()));
    } else if (event) {
      to.accept(new EventTold(recorded(past, (Event) past.value().get())));
    }
    return true;
  }

  private EventRecord recorded(PastRecord past, Event event) {
    return new EventRecord(
        event, past.partition(), past.offset(), past.recorded(), stands(past, event));
  }

  private boolean stands(PastRecord past, Event event) {
    EventQuery same =
        new EventQuery(
            Optional.ofNullable(event.getBank()),
            Optional.ofNullable(event.getFirm()),
            Optional.ofNullable(event.getCity()),
            Optional.ofNullable(event.getCountry()),
            Set.of(event.getType()),
            Set.of(event.getStatus()),
            EventQuery.Exactness.ANY,
            Optional.of(event.getOccurredAt()),
            Optional.of(event.getOccurredAt().plusMillis(1)),
            true,
            EventQuery.Order.RECORDED);
    return hub.events().find(same, Optional.empty(), MOST_EVENTS).events().stream()
        .anyMatch(
            found -> found.partition() == past.partition() && found.offset() == past.offset());
  }

  /** Of dead letters only the latest are remembered. */
  private boolean rejected(Places target) {
    if (!places.feeds().contains(Feed.REJECTED)) {
      return true;
    }
    var letters = hub.rejected().latest().reversed();
    long[] wanted = target.offsets(Feed.REJECTED);
    letters.stream()
        .filter(Rejected::hasOrigin)
        .filter(letter -> letter.partition() < wanted.length)
        .filter(letter -> letter.offset() < wanted[letter.partition()])
        .filter(letter -> letter.offset() >= places.next(Feed.REJECTED, letter.partition()))
        .toList()
        .forEach(letter -> to.accept(new RejectedTold(letter)));
    for (int partition = 0; partition < wanted.length; partition++) {
      places.reach(Feed.REJECTED, partition, wanted[partition]);
    }
    return true;
  }
}
