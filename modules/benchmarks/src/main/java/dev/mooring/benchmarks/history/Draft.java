package dev.mooring.benchmarks.history;

import dev.mooring.contract.event.*;
import java.time.Instant;
import java.time.LocalDate;

/**
 * An event in the making. Generated events have no setters, and their builder costs more than all
 * the rest of a history.
 */
final class Draft {

  private static final long DAY = 86_400_000;

  String id;
  String bank;
  String firm;
  City city;
  String country;
  EventType type;
  Status status = Status.REPORTED;
  long occurredAt;
  Precision precision = Precision.INSTANT;
  long reportedAt;
  Precision reportedPrecision = Precision.INSTANT;
  CityBasis cityBasis = CityBasis.STATED;
  DateBasis dateBasis = DateBasis.STATED;
  Outcome outcome;
  Change change;
  Reason reason;
  Stance stance;
  Position position;
  Tone tone;
  Initiator initiator;
  Integer subjects;
  Channel channel;
  Product product;
  Diligence diligence;
  Integer noticeDays;
  Signal signal;
  String programme;
  String source;
  String url;
  String note;

  /** When it happened, as exactly as known. */
  Draft occurred(long at, Precision known) {
    occurredAt = truncated(at, known);
    precision = known;
    return this;
  }

  /** When it became public, as exactly as known. */
  Draft reported(long at, Precision known) {
    reportedAt = truncated(at, known);
    reportedPrecision = known;
    return this;
  }

  Event toEvent() {
    return new Event(
        id,
        1,
        bank,
        firm,
        Instant.ofEpochMilli(reportedAt),
        status,
        type,
        Instant.ofEpochMilli(occurredAt),
        precision,
        city == null ? null : city.id(),
        city == null ? country : city.country(),
        outcome,
        change,
        reason,
        stance,
        position,
        programme,
        tone,
        reportedPrecision,
        cityBasis,
        dateBasis,
        initiator,
        subjects,
        channel,
        product,
        diligence,
        noticeDays,
        signal,
        source,
        url,
        note);
  }

  /** The start of the day or month that holds the instant, where no more is known. */
  static long truncated(long at, Precision precision) {
    return switch (precision) {
      case DAY -> at - Math.floorMod(at, DAY);
      case MONTH ->
          LocalDate.ofEpochDay(Math.floorDiv(at, DAY)).withDayOfMonth(1).toEpochDay() * DAY;
      case INSTANT, UNRECOGNISED -> at;
    };
  }
}
