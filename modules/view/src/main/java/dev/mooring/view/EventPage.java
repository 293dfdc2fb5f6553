package dev.mooring.view;

import java.util.List;
import java.util.Optional;

/**
 * Some of the events that a query finds.
 *
 * @param events in the query's order
 * @param next where the following ones begin; empty when there are none
 */
public record EventPage(List<EventRecord> events, Optional<String> next) {

  public EventPage {
    events = List.copyOf(events);
  }
}
