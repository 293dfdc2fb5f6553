package dev.mooring.contract;

import dev.mooring.contract.event.Event;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Objects;
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

  /** The event in its form for the wire: itself when it has that, else a copy. */
  public Event normalize(Event event) {
    String id = event.getId() == null ? null : event.getId().toLowerCase(Locale.ROOT);
    Instant occurredAt = millis(event.getOccurredAt());
    boolean reported = event.getReportedAt() != null;
    Instant reportedAt = reported ? millis(event.getReportedAt()) : occurredAt;
    String country = country(event);
    if (Objects.equals(id, event.getId())
        && Objects.equals(occurredAt, event.getOccurredAt())
        && Objects.equals(reportedAt, event.getReportedAt())
        && Objects.equals(country, event.getCountry())) {
      return event;
    }
    Event normal = copy(event);
    put(normal, "id", id);
    put(normal, "occurredAt", occurredAt);
    put(normal, "reportedAt", reportedAt);
    if (!reported) {
      put(normal, "reportedPrecision", event.getPrecision());
    }
    put(normal, "country", country);
    return normal;
  }

  private String country(Event event) {
    return event.getCountry() == null && event.getCity() != null
        ? countryOfCity.apply(event.getCity()).orElse(null)
        : event.getCountry();
  }

  private static Event copy(Event event) {
    Event copy = new Event();
    for (int i = 0; i < Event.getClassSchema().getFields().size(); i++) {
      copy.put(i, event.get(i));
    }
    return copy;
  }

  private static Instant millis(Instant time) {
    return time == null ? null : time.truncatedTo(ChronoUnit.MILLIS);
  }

  private static void put(Event event, String field, Object value) {
    event.put(Event.getClassSchema().getField(field).pos(), value);
  }
}
