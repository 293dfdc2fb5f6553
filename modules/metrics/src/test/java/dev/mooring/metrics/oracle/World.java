package dev.mooring.metrics.oracle;

import java.time.LocalDate;
import java.util.List;

/**
 * The size of the world in which generated events happen: the smaller, the more they collide. The
 * first banks, firms and cities come often and the last ones seldom, so that busy relationships and
 * those with one event are found side by side.
 *
 * @param banks how many banks, at least 1; likewise firms and cities
 * @param days on how many days something happens, from 2023-01-28 on, so that a month begins among
 *     them
 */
public record World(int banks, int firms, int cities, int days) {

  /** Where nearly everything collides. */
  public static final World SMALL = new World(3, 3, 3, 12);

  /** For long runs: thousands of relationships, some with one event and some with thousands. */
  public static final World WIDE = new World(20, 500, 12, 400);

  private static final LocalDate FIRST_DAY = LocalDate.of(2023, 1, 28);
  private static final List<String> COUNTRIES = List.of("HK", "CH", "GB", "SG", "AE");

  public World {
    requireAtLeastOne("banks", banks);
    requireAtLeastOne("firms", firms);
    requireAtLeastOne("cities", cities);
    requireAtLeastOne("days", days);
  }

  String bank(Choices choices) {
    return "bank-" + often(banks, choices);
  }

  String firm(Choices choices) {
    return "firm-" + often(firms, choices);
  }

  String city(Choices choices) {
    return "city-" + often(cities, choices);
  }

  LocalDate day(Choices choices) {
    return FIRST_DAY.plusDays(choices.below(days));
  }

  String country(Choices choices) {
    return choices.oneOf(COUNTRIES);
  }

  /** A city is always in the same country. */
  String countryOf(String city) {
    return COUNTRIES.get(Math.floorMod(city.hashCode(), COUNTRIES.size()));
  }

  /** A number from 1 to some most, low ones more often. */
  private static int often(int most, Choices choices) {
    return 1 + choices.below(1 + choices.below(most));
  }

  private static void requireAtLeastOne(String what, int number) {
    if (number < 1) {
      throw new IllegalArgumentException(what + ": " + number + ", should be at least 1");
    }
  }
}
