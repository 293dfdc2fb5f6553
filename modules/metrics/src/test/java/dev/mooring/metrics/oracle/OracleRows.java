package dev.mooring.metrics.oracle;

import dev.mooring.contract.EventKey;
import dev.mooring.contract.TopicSpec;
import dev.mooring.contract.Topics;
import dev.mooring.contract.row.BankDaily;
import dev.mooring.contract.row.BankMetrics;
import dev.mooring.contract.row.CityDaily;
import dev.mooring.contract.row.CityMetrics;
import dev.mooring.contract.row.CountryMetrics;
import dev.mooring.contract.row.MooringRow;
import dev.mooring.contract.row.ReasonRow;
import dev.mooring.contract.row.StanceRow;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;

/** The rows that should live in the output topics, by topic and key; rows of zeros are absent. */
public final class OracleRows {

  private final Map<Class<? extends SpecificRecord>, NavigableMap<String, SpecificRecord>> tables;

  OracleRows(Map<Class<? extends SpecificRecord>, NavigableMap<String, SpecificRecord>> tables) {
    this.tables = Map.copyOf(tables);
  }

  /**
   * One place of the hub ranking.
   *
   * @param share open accounts here over those in all cities; empty when there are none
   */
  public record Rank(
      int rank, String city, long accountsOpen, long firmsBanked, OptionalDouble share) {}

  /**
   * All rows of an output topic, by key.
   *
   * @param topic one of {@link Topics#OUTPUTS} but the ledger, under this or another name and
   *     number of partitions
   */
  public NavigableMap<String, SpecificRecord> of(TopicSpec topic) {
    NavigableMap<String, SpecificRecord> table = tables.get(topic.valueType().orElseThrow());
    if (table == null) {
      throw new IllegalArgumentException(topic.name() + " is not a topic of section 4.2");
    }
    return Collections.unmodifiableNavigableMap(table);
  }

  /** The row of a bank, or null. */
  public BankMetrics bank(String bank) {
    return row(BankMetrics.class, bank);
  }

  /** The row of a city, or null. */
  public CityMetrics city(String city) {
    return row(CityMetrics.class, city);
  }

  /** The row of a country, or null. */
  public CountryMetrics country(String country) {
    return row(CountryMetrics.class, country);
  }

  /** The row of a bank on a day such as {@code 2023-03-27}, or null. */
  public BankDaily bankOn(String bank, String day) {
    return row(BankDaily.class, EventKey.of(bank, day));
  }

  /** The row of a city on a day such as {@code 2023-03-27}, or null. */
  public CityDaily cityOn(String city, String day) {
    return row(CityDaily.class, EventKey.of(city, day));
  }

  /** The row of a mooring, or null; its city may be null. */
  public MooringRow mooring(String bank, String firm, String city) {
    return row(MooringRow.class, EventKey.of(bank, firm, city));
  }

  /** The count under a key of the reasons topic, such as {@code bank/za-bank/DECLINE/UNKNOWN}. */
  public long reason(String key) {
    ReasonRow row = row(ReasonRow.class, key);
    return row == null ? 0 : row.getCount();
  }

  /** The row of a stance, or null; all but the stance may be null. */
  public StanceRow stance(String bank, String stance, String city, String programme) {
    return row(StanceRow.class, EventKey.of(bank, stance, city, programme));
  }

  /**
   * The hub ranking of section 4.2. It lists every city that has a row in {@link
   * Topics#CITY_METRICS}, those without an open account too: the ranking is read from that topic,
   * and a hub that lost its last account should be seen at the bottom rather than vanish. The
   * moorings without a city are in no share.
   */
  public List<Rank> ranking() {
    List<CityMetrics> cities =
        of(Topics.CITY_METRICS).values().stream()
            .map(CityMetrics.class::cast)
            .sorted(
                Comparator.comparingLong(CityMetrics::getAccountsOpen)
                    .thenComparingLong(CityMetrics::getFirmsBanked)
                    .reversed()
                    .thenComparing(CityMetrics::getCity))
            .toList();
    long all = cities.stream().mapToLong(CityMetrics::getAccountsOpen).sum();
    return cities.stream().map(city -> rank(city, cities, all)).toList();
  }

  /** One more than the number of cities that are strictly better. */
  private static Rank rank(CityMetrics city, List<CityMetrics> cities, long all) {
    long better =
        cities.stream()
            .filter(
                other ->
                    other.getAccountsOpen() > city.getAccountsOpen()
                        || (other.getAccountsOpen() == city.getAccountsOpen()
                            && other.getFirmsBanked() > city.getFirmsBanked()))
            .count();
    return new Rank(
        (int) better + 1,
        city.getCity(),
        city.getAccountsOpen(),
        city.getFirmsBanked(),
        all == 0
            ? OptionalDouble.empty()
            : OptionalDouble.of((double) city.getAccountsOpen() / all));
  }

  private <R extends SpecificRecord> R row(Class<R> type, String key) {
    return type.cast(tables.getOrDefault(type, new TreeMap<>()).get(key));
  }
}
