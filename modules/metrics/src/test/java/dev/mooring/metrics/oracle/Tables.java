package dev.mooring.metrics.oracle;

import static java.util.stream.Collectors.groupingBy;

import dev.mooring.contract.event.Event;
import dev.mooring.contract.row.BankDaily;
import dev.mooring.contract.row.BankMetrics;
import dev.mooring.contract.row.CityDaily;
import dev.mooring.contract.row.CityMetrics;
import dev.mooring.contract.row.CountryMetrics;
import dev.mooring.contract.row.MooringRow;
import dev.mooring.contract.row.ReasonRow;
import dev.mooring.contract.row.StanceRow;
import dev.mooring.metrics.oracle.Relationships.Moorings;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;

/** Section 4.2: what belongs to each bank, city and country, and the tables made of it. */
final class Tables {

  private Tables() {}

  static OracleRows of(List<Event> latest, List<Event> standing, Moorings moorings) {
    Map<Class<? extends SpecificRecord>, NavigableMap<String, SpecificRecord>> tables =
        new HashMap<>();
    NavigableMap<String, SpecificRecord> banks = new TreeMap<>();
    NavigableMap<String, SpecificRecord> cities = new TreeMap<>();
    NavigableMap<String, SpecificRecord> countries = new TreeMap<>();
    NavigableMap<String, SpecificRecord> bankDays = new TreeMap<>();
    NavigableMap<String, SpecificRecord> cityDays = new TreeMap<>();
    NavigableMap<String, SpecificRecord> reasons = new TreeMap<>();

    forEach(
        latest,
        Event::getBank,
        moorings.all(),
        Mooring::bank,
        (bank, events, its) -> {
          long unplaced = moorings.unplaced().getOrDefault(bank, 0L);
          ScopeRows.bank(bank, events, its, unplaced).ifPresent(row -> banks.put(bank, row));
          DayRows.put("bank", bank, events, its, BankDaily::new, bankDays);
          ReasonRows.put("bank", bank, events, its, reasons);
        });
    forEach(
        latest,
        Event::getCity,
        moorings.all(),
        Mooring::city,
        (city, events, its) -> {
          ScopeRows.city(city, events, its).ifPresent(row -> cities.put(city, row));
          DayRows.put("city", city, events, its, CityDaily::new, cityDays);
          ReasonRows.put("city", city, events, its, reasons);
        });
    forEach(
        latest,
        Event::getCountry,
        List.of(),
        Mooring::city,
        (country, events, its) ->
            ScopeRows.country(country, events).ifPresent(row -> countries.put(country, row)));

    tables.put(BankMetrics.class, banks);
    tables.put(CityMetrics.class, cities);
    tables.put(CountryMetrics.class, countries);
    tables.put(BankDaily.class, bankDays);
    tables.put(CityDaily.class, cityDays);
    tables.put(ReasonRow.class, reasons);
    tables.put(MooringRow.class, SingleRows.moorings(moorings.all()));
    tables.put(StanceRow.class, SingleRows.stances(standing));
    return new OracleRows(tables);
  }

  private interface Scope {
    void put(String id, List<Event> latest, List<Mooring> moorings);
  }

  private static void forEach(
      List<Event> latest,
      Function<Event, String> ofEvent,
      List<Mooring> moorings,
      Function<Mooring, String> ofMooring,
      Scope scope) {
    Map<String, List<Event>> events = group(latest, ofEvent);
    Map<String, List<Mooring>> moored = group(moorings, ofMooring);
    Set<String> ids = new HashSet<>(events.keySet());
    ids.addAll(moored.keySet());
    for (String id : ids) {
      scope.put(id, events.getOrDefault(id, List.of()), moored.getOrDefault(id, List.of()));
    }
  }

  private static <T> Map<String, List<T>> group(List<T> items, Function<T, String> by) {
    return items.stream().filter(item -> by.apply(item) != null).collect(groupingBy(by));
  }
}
