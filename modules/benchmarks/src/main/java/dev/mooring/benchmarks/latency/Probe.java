package dev.mooring.benchmarks.latency;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.mooring.contract.event.Event;
import dev.mooring.contract.event.EventType;
import dev.mooring.contract.event.Precision;
import java.time.Instant;
import java.util.UUID;

/**
 * A probe: the only event of a bank and of a firm that bear its number. So the mooring's row and
 * the bank's row with this number in their keys are the first and the only ones that it is in.
 */
final class Probe {

  private static final byte[] PREFIX = "probe-".getBytes(US_ASCII);
  private static final String CITY = "hong-kong";
  private static final String COUNTRY = "HK";
  private static final int NONE = -1;

  private Probe() {}

  /** The event of that number. */
  static Event event(int number, Instant now) {
    return Event.newBuilder()
        .setId(new UUID(number, number).toString())
        .setBank("probe-" + number)
        .setFirm("firm-of-probe-" + number)
        .setCity(CITY)
        .setCountry(COUNTRY)
        .setType(EventType.ACCOUNT_OPENED)
        .setOccurredAt(now)
        .setPrecision(Precision.INSTANT)
        .setReportedAt(now)
        .setSource("Latency bench")
        .build();
  }

  /** The number of the probe whose row has this key: its bank comes first; -1 for another's. */
  static int numberIn(byte[] key) {
    if (key.length <= PREFIX.length) {
      return NONE;
    }
    for (int i = 0; i < PREFIX.length; i++) {
      if (key[i] != PREFIX[i]) {
        return NONE;
      }
    }
    int number = 0;
    for (int i = PREFIX.length; i < key.length && key[i] != '/'; i++) {
      number = number * 10 + key[i] - '0';
    }
    return number;
  }
}
