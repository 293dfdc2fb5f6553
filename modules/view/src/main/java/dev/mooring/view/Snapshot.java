package dev.mooring.view;

import dev.mooring.contract.TopicSpec;
import dev.mooring.contract.Topics;
import dev.mooring.contract.reference.Bank;
import dev.mooring.contract.reference.City;
import dev.mooring.contract.reference.Firm;
import dev.mooring.contract.row.BankDaily;
import dev.mooring.contract.row.BankMetrics;
import dev.mooring.contract.row.CityDaily;
import dev.mooring.contract.row.CityMetrics;
import dev.mooring.contract.row.CountryMetrics;
import dev.mooring.contract.row.LaneRow;
import dev.mooring.contract.row.LedgerRow;
import dev.mooring.contract.row.MooringRow;
import dev.mooring.contract.row.ReasonRow;
import dev.mooring.contract.row.StanceRow;
import org.apache.avro.specific.SpecificRecord;

/**
 * All rows of some topics at one moment. It never changes; one that holds some topics only refuses
 * to answer for the others.
 */
public interface Snapshot {

  /**
   * What was read to see these rows. What was read of a promotion that is not whole yet counts, and
   * is not seen.
   */
  Position position();

  /**
   * The rows of a topic.
   *
   * @throws IllegalArgumentException when the topic is not held, or the type isn't that of its
   *     values
   */
  <R extends SpecificRecord> Table<R> table(TopicSpec topic, Class<R> type);

  /** Metrics by bank. */
  default Table<BankMetrics> bankMetrics() {
    return table(Topics.BANK_METRICS, BankMetrics.class);
  }

  /** Metrics by city. */
  default Table<CityMetrics> cityMetrics() {
    return table(Topics.CITY_METRICS, CityMetrics.class);
  }

  /** Metrics by country. */
  default Table<CountryMetrics> countryMetrics() {
    return table(Topics.COUNTRY_METRICS, CountryMetrics.class);
  }

  /** Daily counts by {@code bank/YYYY-MM-DD}. */
  default Table<BankDaily> bankDaily() {
    return table(Topics.BANK_DAILY, BankDaily.class);
  }

  /** Daily counts by {@code city/YYYY-MM-DD}. */
  default Table<CityDaily> cityDaily() {
    return table(Topics.CITY_DAILY, CityDaily.class);
  }

  /** Moorings by {@code bank/firm/city}. */
  default Table<MooringRow> moorings() {
    return table(Topics.MOORINGS, MooringRow.class);
  }

  /** Reasons of declines and closures by {@code scope/id/kind/reason}. */
  default Table<ReasonRow> reasons() {
    return table(Topics.REASONS, ReasonRow.class);
  }

  /** Where banks stand, by {@code bank/stance/city/programme}. */
  default Table<StanceRow> stances() {
    return table(Topics.STANCES, StanceRow.class);
  }

  /** What became of the records of every source partition. */
  default Table<LedgerRow> ledger() {
    return table(Topics.LEDGER, LedgerRow.class);
  }

  /** Reference data of cities. */
  default Table<City> cities() {
    return table(Topics.CITIES, City.class);
  }

  /** Reference data of banks. */
  default Table<Bank> banks() {
    return table(Topics.BANKS, Bank.class);
  }

  /** Reference data of firms. */
  default Table<Firm> firms() {
    return table(Topics.FIRMS, Firm.class);
  }

  /** The lane records. */
  default Table<LaneRow> lanes() {
    return table(Topics.LANES, LaneRow.class);
  }
}
