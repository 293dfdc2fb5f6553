package dev.mooring.contract.reference;

import dev.mooring.contract.Problem;
import dev.mooring.contract.Suggestions;
import dev.mooring.contract.event.Event;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The cities that are known, by id. Immutable. */
public final class CityReference {

  private static final String SHIPPED = "cities.csv";

  private final Map<String, City> byId;

  private CityReference(Map<String, City> byId) {
    this.byId = byId;
  }

  /** The cities that come with Mooring. */
  public static CityReference shipped() {
    try (InputStream in = CityReference.class.getResourceAsStream(SHIPPED)) {
      ReferenceData data = ReferenceData.read(in);
      if (!data.findings().isEmpty()) {
        throw new IllegalStateException(
            "the shipped " + SHIPPED + " is spoilt: " + data.findings());
      }
      return of(data.cities());
    } catch (IOException e) {
      throw new UncheckedIOException("the shipped " + SHIPPED + " cannot be read", e);
    }
  }

  /** The cities given; of two with the same id the later one is taken. */
  public static CityReference of(Collection<City> cities) {
    Map<String, City> byId = new TreeMap<>();
    cities.forEach(city -> byId.put(city.getId(), city));
    // Asked for several times an event: hashed, in the order of the ids.
    return new CityReference(new LinkedHashMap<>(byId));
  }

  /** These cities and more; of two with the same id the added one is taken. */
  public CityReference with(Collection<City> more) {
    return of(Stream.concat(byId.values().stream(), more.stream()).toList());
  }

  /** All cities, by id. */
  public List<City> all() {
    return List.copyOf(byId.values());
  }

  /** The city of an id, empty when it is not known. */
  public Optional<City> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** The country of a city, empty when the city is not known. */
  public Optional<String> country(String id) {
    return find(id).map(City::getCountry);
  }

  /** Ids of known cities whose id is near to a text, at most three, best first. */
  public List<String> nearest(String text) {
    return Suggestions.nearest(text, byId.keySet());
  }

  /**
   * What is wrong with the place of an event: a city that is not known, or is in another country.
   */
  public List<Problem> problems(Event event) {
    String id = event.getCity();
    if (id == null) {
      return List.of();
    }
    City city = byId.get(id);
    if (city == null) {
      String message = "is an unknown city" + Suggestions.didYouMean(id, byId.keySet());
      return List.of(new Problem("city", id, message));
    }
    String country = event.getCountry();
    if (country == null || country.equals(city.getCountry())) {
      return List.of();
    }
    String message = "should be %s, where %s is, or absent".formatted(city.getCountry(), id);
    return List.of(new Problem("country", country, message));
  }
}
