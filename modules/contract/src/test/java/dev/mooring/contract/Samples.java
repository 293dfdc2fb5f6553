package dev.mooring.contract;

import dev.mooring.contract.event.Event;
import dev.mooring.contract.event.EventType;
import dev.mooring.contract.event.Precision;
import java.time.Instant;

/** Plain valid events, for tests that change one thing about them. */
final class Samples {

  static final Instant DAY = Instant.parse("2023-03-27T00:00:00Z");

  private Samples() {}

  static Event opened() {
    return of(EventType.ACCOUNT_OPENED).build();
  }

  static Event.Builder of(EventType type) {
    return Event.newBuilder()
        .setId("c76111a6-1492-5d4c-abd0-877b687592ff")
        .setType(type)
        .setBank("za-bank")
        .setCity("hong-kong")
        .setOccurredAt(DAY)
        .setPrecision(Precision.DAY)
        .setReportedAt(DAY)
        .setReportedPrecision(Precision.DAY)
        .setSource("Reuters");
  }
}
