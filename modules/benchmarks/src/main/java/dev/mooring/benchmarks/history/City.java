package dev.mooring.benchmarks.history;

import dev.mooring.contract.reference.CityReference;
import java.util.List;

/** A city of the shipped list. */
record City(String id, String country) {

  private static final List<City> SHIPPED =
      CityReference.shipped().all().stream()
          .map(city -> new City(city.getId(), city.getCountry()))
          .toList();

  /** All of them, by id. */
  static List<City> shipped() {
    return SHIPPED;
  }
}
