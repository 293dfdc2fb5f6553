package dev.mooring.cli.command;

import dev.mooring.contract.row.CityMetrics;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A place in the hub ranking.
 *
 * @param rank 1 for the first; equals share one, and the next rank leaves room for them
 * @param share open accounts here over those in all cities; empty when there are none
 */
record HubRank(int rank, String city, long accountsOpen, long firmsBanked, OptionalDouble share) {

  private static final Comparator<CityMetrics> WEIGHT =
      Comparator.comparingLong(CityMetrics::getAccountsOpen)
          .thenComparingLong(CityMetrics::getFirmsBanked)
          .reversed();

  /** All cities that have a row, the greatest hub first, equals by id. */
  static List<HubRank> of(Collection<CityMetrics> cities) {
    long all = cities.stream().mapToLong(CityMetrics::getAccountsOpen).sum();
    List<CityMetrics> ordered =
        cities.stream().sorted(WEIGHT.thenComparing(CityMetrics::getCity)).toList();
    List<HubRank> ranking = new ArrayList<>();
    int rank = 0;
    for (int i = 0; i < ordered.size(); i++) {
      CityMetrics city = ordered.get(i);
      if (i == 0 || WEIGHT.compare(ordered.get(i - 1), city) != 0) {
        rank = i + 1;
      }
      OptionalDouble share =
          all == 0
              ? OptionalDouble.empty()
              : OptionalDouble.of((double) city.getAccountsOpen() / all);
      ranking.add(
          new HubRank(rank, city.getCity(), city.getAccountsOpen(), city.getFirmsBanked(), share));
    }
    return ranking;
  }
}
