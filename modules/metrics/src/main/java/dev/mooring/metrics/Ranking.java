package dev.mooring.metrics;

import dev.mooring.contract.row.CityMetrics;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The hub ranking of section 4.2 of the contract: cities by open accounts, then by firms banked,
 * the most first. Equals share a rank, the next one leaves room for them (1, 2, 2, 4: standard
 * competition ranking), and among themselves they are listed by id.
 */
public final class Ranking {

  private static final Comparator<CityMetrics> GREATEST_FIRST =
      Comparator.comparingLong(CityMetrics::getAccountsOpen)
          .thenComparingLong(CityMetrics::getFirmsBanked)
          .reversed();

  private Ranking() {}

  /**
   * A place in the ranking.
   *
   * @param rank from 1
   * @param share {@link Ratios#shareOfHub}: a fraction; empty when no city has an open account
   */
  public record Hub(
      int rank, String city, long accountsOpen, long firmsBanked, OptionalDouble share) {}

  /** All the cities, a hub that lost its last account too: at the bottom rather than vanished. */
  public static List<Hub> hubs(Collection<CityMetrics> cities) {
    List<CityMetrics> ordered =
        cities.stream().sorted(GREATEST_FIRST.thenComparing(CityMetrics::getCity)).toList();
    long allOpen = cities.stream().mapToLong(CityMetrics::getAccountsOpen).sum();
    List<Hub> hubs = new ArrayList<>();
    int rank = 1;
    for (int i = 0; i < ordered.size(); i++) {
      CityMetrics city = ordered.get(i);
      if (i > 0 && GREATEST_FIRST.compare(ordered.get(i - 1), city) != 0) {
        rank = i + 1;
      }
      hubs.add(hub(rank, city, allOpen));
    }
    return hubs;
  }

  private static Hub hub(int rank, CityMetrics city, long allOpen) {
    return new Hub(
        rank,
        city.getCity(),
        city.getAccountsOpen(),
        city.getFirmsBanked(),
        Ratios.ratio(city.getAccountsOpen(), allOpen));
  }
}
