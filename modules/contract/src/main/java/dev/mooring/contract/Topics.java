package dev.mooring.contract;

import dev.mooring.contract.TopicSpec.Kept;
import dev.mooring.contract.TopicSpec.Timestamps;
import dev.mooring.contract.event.Event;
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
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/** The catalogue of topics: each is declared here, and nowhere else. */
public final class Topics {

  /** Partitions of a topic that Mooring makes, unless told otherwise. */
  public static final int DEFAULT_PARTITIONS = 4;

  public static final TopicSpec EVENTS =
      new TopicSpec(
          "mooring.events.v1",
          Optional.of(Event.class),
          "bank/firm",
          -1,
          DEFAULT_PARTITIONS,
          new Kept.ForEver(),
          Timestamps.CREATE_TIME);

  public static final TopicSpec REJECTED =
      new TopicSpec(
          "mooring.events.rejected.v1",
          Optional.empty(),
          "as received",
          -1,
          DEFAULT_PARTITIONS,
          new Kept.For(Duration.ofDays(90)),
          Timestamps.LOG_APPEND_TIME);

  public static final TopicSpec BANK_METRICS =
      latest("mooring.bank-metrics.v1", BankMetrics.class, "bank");
  public static final TopicSpec CITY_METRICS =
      latest("mooring.city-metrics.v1", CityMetrics.class, "city");
  public static final TopicSpec COUNTRY_METRICS =
      latest("mooring.country-metrics.v1", CountryMetrics.class, "country");
  public static final TopicSpec BANK_DAILY =
      latest("mooring.bank-daily.v1", BankDaily.class, "bank/day");
  public static final TopicSpec CITY_DAILY =
      latest("mooring.city-daily.v1", CityDaily.class, "city/day");
  public static final TopicSpec MOORINGS =
      latest("mooring.moorings.v1", MooringRow.class, "bank/firm/city");
  public static final TopicSpec REASONS =
      latest("mooring.reasons.v1", ReasonRow.class, "scope/id/kind/reason", 1);
  public static final TopicSpec STANCES =
      latest("mooring.stances.v1", StanceRow.class, "bank/stance/city/programme");
  public static final TopicSpec LEDGER =
      latest("mooring.ledger.v1", LedgerRow.class, "source partition");

  public static final TopicSpec LANES = latest("mooring.lanes.v1", LaneRow.class, "lane");
  public static final TopicSpec CITIES = latest("mooring.cities.v1", City.class, "city");
  public static final TopicSpec BANKS = latest("mooring.banks.v1", Bank.class, "bank");
  public static final TopicSpec FIRMS = latest("mooring.firms.v1", Firm.class, "firm");

  /** What the topology writes: the rows of section 4. */
  public static final List<TopicSpec> OUTPUTS =
      List.of(
          BANK_METRICS,
          CITY_METRICS,
          COUNTRY_METRICS,
          BANK_DAILY,
          CITY_DAILY,
          MOORINGS,
          REASONS,
          STANCES,
          LEDGER);

  /** Reference data. */
  public static final List<TopicSpec> REFERENCE = List.of(CITIES, BANKS, FIRMS);

  private Topics() {}

  /** The topics that hold rows: the latest record of a key stands. */
  public static List<TopicSpec> rows() {
    return java.util.stream.Stream.of(OUTPUTS, REFERENCE, List.of(LANES))
        .flatMap(List::stream)
        .toList();
  }

  /** All topics that Mooring makes. */
  public static List<TopicSpec> all() {
    return java.util.stream.Stream.of(List.of(EVENTS, REJECTED), rows())
        .flatMap(List::stream)
        .toList();
  }

  private static TopicSpec latest(String name, Class<? extends SpecificRecord> type, String key) {
    return latest(name, type, key, 0);
  }

  private static TopicSpec latest(
      String name, Class<? extends SpecificRecord> type, String key, int placedByPart) {
    return new TopicSpec(
        name,
        Optional.of(type),
        key,
        placedByPart,
        DEFAULT_PARTITIONS,
        new Kept.LastOfKey(),
        Timestamps.CREATE_TIME);
  }
}
