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
import dev.mooring.contract.row.LedgerRow;
import dev.mooring.contract.row.MooringRow;
import dev.mooring.contract.row.ReasonRow;
import dev.mooring.contract.row.StanceRow;
import java.util.NavigableMap;
import org.apache.avro.specific.SpecificRecord;

/**
 * Rows by their key, in the order of the keys. The maps are snapshots that nobody changes.
 *
 * <p>A source that has read some topics only refuses to answer for the others.
 */
public interface RowSource {

  /**
   * The rows of a topic.
   *
   * @throws IllegalArgumentException when this source does not hold the topic, or the type isn't
   *     that of its values
   */
  <R extends SpecificRecord> NavigableMap<String, R> rows(TopicSpec topic, Class<R> type);

  /** Metrics by bank. */
  default NavigableMap<String, BankMetrics> bankMetrics() {
    return rows(Topics.BANK_METRICS, BankMetrics.class);
  }

  /** Metrics by city. */
  default NavigableMap<String, CityMetrics> cityMetrics() {
    return rows(Topics.CITY_METRICS, CityMetrics.class);
  }

  /** Metrics by country. */
  default NavigableMap<String, CountryMetrics> countryMetrics() {
    return rows(Topics.COUNTRY_METRICS, CountryMetrics.class);
  }

  /** Daily counts by {@code bank/YYYY-MM-DD}. */
  default NavigableMap<String, BankDaily> bankDaily() {
    return rows(Topics.BANK_DAILY, BankDaily.class);
  }

  /** Daily counts by {@code city/YYYY-MM-DD}. */
  default NavigableMap<String, CityDaily> cityDaily() {
    return rows(Topics.CITY_DAILY, CityDaily.class);
  }

  /** Moorings by {@code bank/firm/city}. */
  default NavigableMap<String, MooringRow> moorings() {
    return rows(Topics.MOORINGS, MooringRow.class);
  }

  /** Reasons of declines and closures by {@code scope/id/kind/reason}. */
  default NavigableMap<String, ReasonRow> reasons() {
    return rows(Topics.REASONS, ReasonRow.class);
  }

  /** Where banks stand, by {@code bank/stance/city/programme}. */
  default NavigableMap<String, StanceRow> stances() {
    return rows(Topics.STANCES, StanceRow.class);
  }

  /** What became of the records of every source partition. */
  default NavigableMap<String, LedgerRow> ledger() {
    return rows(Topics.LEDGER, LedgerRow.class);
  }

  /** Reference data of cities. */
  default NavigableMap<String, City> cities() {
    return rows(Topics.CITIES, City.class);
  }

  /** Reference data of banks. */
  default NavigableMap<String, Bank> banks() {
    return rows(Topics.BANKS, Bank.class);
  }

  /** Reference data of firms. */
  default NavigableMap<String, Firm> firms() {
    return rows(Topics.FIRMS, Firm.class);
  }
}
