package dev.mooring.metrics;

import dev.mooring.contract.EventRules;
import dev.mooring.contract.Stage;
import dev.mooring.contract.event.Change;
import dev.mooring.contract.event.Event;
import dev.mooring.contract.event.EventType;
import dev.mooring.contract.event.Outcome;
import dev.mooring.contract.event.Position;
import dev.mooring.contract.event.Precision;
import dev.mooring.contract.event.Reason;
import dev.mooring.contract.event.Stance;
import dev.mooring.contract.event.Status;
import dev.mooring.contract.event.Tone;
import java.util.UUID;

/**
 * What one revision of an event says, as far as a metric depends on it. Its bank and firm are those
 * of the key under which it was published: see {@link Parties}.
 *
 * @param reportedAt milliseconds UTC
 * @param occurredAt milliseconds UTC
 * @param city null when unknown; so are the fields behind it where the type has none
 */
public record Fact(
    long idHigh,
    long idLow,
    int revision,
    long fingerprint,
    long reportedAt,
    Status status,
    EventType type,
    long occurredAt,
    Precision precision,
    String city,
    String country,
    Outcome outcome,
    Change change,
    Reason reason,
    Stance stance,
    Position position,
    String programme,
    Tone tone)
    implements Content {

  private static final long MILLIS_OF_DAY = 86_400_000L;

  /**
   * The fact that a valid event states.
   *
   * @param fingerprint of its content: see {@link Fingerprint}
   */
  public static Fact of(Event event, long fingerprint) {
    UUID id = UUID.fromString(event.getId());
    return new Fact(
        id.getMostSignificantBits(),
        id.getLeastSignificantBits(),
        event.getRevision(),
        fingerprint,
        event.getReportedAt().toEpochMilli(),
        event.getStatus(),
        event.getType(),
        event.getOccurredAt().toEpochMilli(),
        event.getPrecision(),
        event.getCity(),
        event.getCountry(),
        event.getOutcome(),
        event.getChange(),
        event.getReason(),
        event.getStance(),
        event.getPosition(),
        event.getProgramme(),
        event.getTone());
  }

  /** The event's id. */
  public UUID id() {
    return new UUID(idHigh, idLow);
  }

  /** Whether the event stands, when this is its highest revision: only then it counts. */
  public boolean stands() {
    return status == Status.CONFIRMED || status == Status.REPORTED;
  }

  /** The UTC day on which it happened, counted from 1970-01-01. */
  public int day() {
    return Math.toIntExact(Math.floorDiv(occurredAt, MILLIS_OF_DAY));
  }

  /** Whether it is known to the month only. */
  boolean monthOnly() {
    return precision == Precision.MONTH;
  }

  /** Whether it is one of the events that make and shape moorings. */
  boolean isMooringEvent() {
    return EventRules.isMooringEvent(type);
  }

  /** The stage that it reaches; null for none. */
  Stage stageReached() {
    return EventRules.stageReached(type, outcome);
  }
}
