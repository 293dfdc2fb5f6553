package dev.mooring.cli.plot;

import java.time.LocalDate;

/**
 * What happened on one day at one bank or in one city.
 *
 * @param day the UTC day
 * @param events standing events
 * @param monthPrecision how many of them are known to the month only, and stand on its first day
 * @param opened openings
 * @param firstSeen first sights: accounts that were there before, whose opening nobody reported
 * @param closed closings
 */
public record DayCounts(
    LocalDate day, long events, long monthPrecision, long opened, long firstSeen, long closed) {

  /** By how many the accounts that are known to be there grew. */
  long change() {
    return opened + firstSeen - closed;
  }
}
