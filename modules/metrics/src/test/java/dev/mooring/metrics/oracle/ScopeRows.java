package dev.mooring.metrics.oracle;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import dev.mooring.contract.event.Event;
import dev.mooring.contract.row.BankMetrics;
import dev.mooring.contract.row.CityMetrics;
import dev.mooring.contract.row.CountryMetrics;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/** The rows of bank-metrics, city-metrics and country-metrics, one at a time. */
final class ScopeRows {

  private ScopeRows() {}

  static Optional<SpecificRecord> bank(
      String bank, List<Event> latest, List<Mooring> moorings, long unplaced) {
    Tally row = new Tally().set("bank", bank).count("unplaced", unplaced);
    Counts.statusesAndDays(row, latest);
    Counts.attributionAndDecisions(row, standing(latest));
    Counts.moorings(row, moorings);
    row.count("cities", Counts.distinct(moorings, Mooring::isOpen, Mooring::city));
    return row.into(new BankMetrics());
  }

  static Optional<SpecificRecord> city(String city, List<Event> latest, List<Mooring> moorings) {
    Tally row = new Tally().set("city", city);
    Counts.statusesAndDays(row, latest);
    Counts.attributionAndDecisions(row, standing(latest));
    Counts.signals(row, standing(latest));
    Counts.moorings(row, moorings);
    row.count("banks", Counts.distinct(moorings, Mooring::isOpen, Mooring::bank));
    row.set("hhi", hhi(moorings));
    return row.into(new CityMetrics());
  }

  static Optional<SpecificRecord> country(String country, List<Event> latest) {
    Tally row = new Tally().set("country", country);
    Counts.statusesAndDays(row, latest);
    Counts.signals(row, standing(latest));
    return row.into(new CountryMetrics());
  }

  /** The sum of the squares of the banks' shares, where 10,000 is all to one bank. */
  private static Long hhi(List<Mooring> moorings) {
    Collection<Long> byBank =
        moorings.stream()
            .filter(Mooring::isOpen)
            .collect(groupingBy(Mooring::bank, counting()))
            .values();
    long all = byBank.stream().mapToLong(n -> n).sum();
    if (all == 0) {
      return null;
    }
    long squares = byBank.stream().mapToLong(n -> n * n).sum();
    return (2 * 10_000 * squares + all * all) / (2 * all * all);
  }

  private static List<Event> standing(List<Event> latest) {
    return latest.stream().filter(Law::stands).toList();
  }
}
