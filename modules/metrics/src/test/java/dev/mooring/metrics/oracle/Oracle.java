package dev.mooring.metrics.oracle;

import dev.mooring.contract.event.Event;
import dev.mooring.contract.event.Status;
import dev.mooring.contract.row.LedgerRow;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;

/**
 * What the output topics should hold after a list of valid events: the contract's sections 2.5, 3
 * and 4 in their simplest reading. Everything is computed afresh from the whole list; nothing is
 * kept from one call to the next.
 *
 * <p>Where the contract leaves something open, the oracle reads it so:
 *
 * <ul>
 *   <li>An event is known by its key and id. Of its contents with the highest revision the one
 *       whose {@code reportedAt} is later in milliseconds stands, whatever the precisions; a date
 *       is its first millisecond.
 *   <li>A disputed event counts in {@code eventsDisputed} of the bank, city and country that its
 *       highest revision names, and nowhere else: it makes no day row and moves no firstDay. A
 *       bank, city or country with nothing but disputed events has a row, with null days.
 *   <li>City rows count events that <em>name</em> the city. An event without a city that belongs to
 *       the only mooring of a relationship shapes that mooring, and so the accounts of its city,
 *       but is no event, decision or decline of the city.
 *   <li>A day row may have openings, first sights or closings and no events: so a bank-wide
 *       withdrawal closes accounts in a city that it does not name.
 *   <li>A withdrawal without a city touches moorings without a city; one with a city does not, for
 *       nobody knows where they are.
 *   <li>{@code daysToOpen} is the difference of the two UTC days, not of 24 hours: from 23:00 to
 *       01:00 on the next day is 1. The first opening may follow a first sight and a closing.
 *   <li>An event that makes an account first seen and closes it gives a first sight and a closing
 *       on the same day.
 *   <li>{@code accountsRestricted} counts restricted moorings, be they OPEN or DORMANT.
 *   <li>A stance with a country and no city has the key of one without a place.
 *   <li>Mooring events are {@code unattributed} for the bank, or the city, that they name.
 *   <li>The ranking: see {@link OracleRows#ranking}.
 * </ul>
 */
public final class Oracle {

  private Oracle() {}

  /**
   * The rows of every output topic but the ledger.
   *
   * @param events the valid records of the events topic, in any order, with any repeats
   */
  public static OracleRows rows(Collection<Event> events) {
    List<Event> latest = Law.latestRevisions(events);
    List<Event> standing = latest.stream().filter(Law::stands).toList();
    return Tables.of(latest, standing, Relationships.moorings(standing));
  }

  /**
   * The row of one source partition in the ledger.
   *
   * @param valid its valid records, repeats included
   * @param rejected how many of its records were rejected
   */
  public static LedgerRow ledger(int partition, Collection<Event> valid, long rejected) {
    List<Event> latest = Law.latestRevisions(valid);
    long contents = new HashSet<>(valid).size();
    return LedgerRow.newBuilder()
        .setPartition(partition)
        .setRead(valid.size() + rejected)
        .setStanding(latest.stream().filter(Law::stands).count())
        .setDisputed(Law.count(latest, event -> event.getStatus() == Status.DISPUTED))
        .setRetracted(Law.count(latest, event -> event.getStatus() == Status.RETRACTED))
        .setSuperseded(contents - latest.size())
        .setDuplicate(valid.size() - contents)
        .setRejected(rejected)
        .build();
  }
}
