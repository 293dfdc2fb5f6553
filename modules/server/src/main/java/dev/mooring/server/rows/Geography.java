package dev.mooring.server.rows;

import dev.mooring.contract.reference.City;
import dev.mooring.contract.reference.CityReference;
import dev.mooring.view.Row;
import dev.mooring.view.Snapshot;
import java.util.List;
import java.util.Optional;

/** In which countries cities and banks are, by the reference data of a snapshot. */
public record Geography(CityReference cities, Snapshot snapshot) {

  private static final CityReference SHIPPED = CityReference.shipped();

  /** By the shipped cities and those of the snapshot. */
  public static Geography of(Snapshot snapshot) {
    List<City> published = snapshot.cities().rows().map(Row::value).toList();
    return new Geography(published.isEmpty() ? SHIPPED : SHIPPED.with(published), snapshot);
  }

  Optional<String> countryOfCity(String city) {
    return cities.country(city);
  }

  Optional<String> countryOfBank(String bank) {
    return snapshot.banks().get(bank).flatMap(found -> Optional.ofNullable(found.getCountry()));
  }
}
