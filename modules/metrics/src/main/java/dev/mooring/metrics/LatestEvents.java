package dev.mooring.metrics;

import dev.mooring.contract.event.Event;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/** The revision that stands for each event, of all that were seen in any order. */
public final class LatestEvents {

  private final Map<Identity, Event> latest = new HashMap<>();

  /** The same id under another key is another event. */
  private record Identity(Parties parties, String id) {}

  /** Takes a valid event; repeats are welcome. */
  public void add(Event event) {
    latest.merge(new Identity(Parties.of(event), event.getId()), event, LatestEvents::standing);
  }

  /** One revision of each event, whatever its status, in no order. */
  public Collection<Event> all() {
    return Collections.unmodifiableCollection(latest.values());
  }

  /**
   * Of two contents that share bank, firm and id, Avro's order of the record asks for revision,
   * then reportedAt, then for all the rest: just what section 3 of the contract asks for.
   */
  private static Event standing(Event one, Event other) {
    return other.compareTo(one) > 0 ? other : one;
  }
}
