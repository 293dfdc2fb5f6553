package dev.mooring.contract;

import dev.mooring.contract.event.Event;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a publisher does to an event before it validates and sends it, so that one fact has one form
 * on the wire:
 *
 * <ul>
 *   <li>the id in lower case;
 *   <li>times cut to milliseconds, which is what the wire holds;
 *   <li>a missing reportedAt is occurredAt, with its precision;
 *   <li>a missing country is that of the city, where the city is known.
 * </ul>
 *
 * <p>It never changes a country that is there, and never refuses: what is wrong is for {@link
 * EventValidator} and the city reference to say. To normalise twice changes nothing more.
 */
public final class EventNormalizer {

  private final Function<String, Optional<String>> countryOfCity;

  /**
   * @param countryOfCity the country of a known city id, empty for any other
   */
  public EventNormalizer(Function<String, Optional<String>> countryOfCity) {
    this.countryOfCity = countryOfCity;
  }

  /** The event in its form for the wire; the one given stays as it is. */
  public Event normalize(Event event) {
    Event normal = new Event();
    for (int i = 0; i < Event.getClassSchema().getFields().size(); i++) {
      normal.put(i, event.get(i));
    }
    if (event.getId() != null) {
      put(normal, "id", event.getId().toLowerCase(Locale.ROOT));
    }
    put(normal, "occurredAt", millis(event.getOccurredAt()));
    if (event.getReportedAt() == null) {
      put(normal, "reportedAt", normal.getOccurredAt());
      put(normal, "reportedPrecision", event.getPrecision());
    } else {
      put(normal, "reportedAt", millis(event.getReportedAt()));
    }
    if (event.getCountry() == null && event.getCity() != null) {
      countryOfCity.apply(event.getCity()).ifPresent(code -> put(normal, "country", code));
    }
    return normal;
  }

  private static Instant millis(Instant time) {
    return time == null ? null : time.truncatedTo(ChronoUnit.MILLIS);
  }

  private static void put(Event event, String field, Object value) {
    event.put(Event.getClassSchema().getField(field).pos(), value);
  }
}
