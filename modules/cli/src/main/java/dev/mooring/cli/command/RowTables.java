package dev.mooring.cli.command;

import dev.mooring.cli.output.Column;
import dev.mooring.cli.output.Columns;
import dev.mooring.contract.reference.Bank;
import dev.mooring.contract.reference.City;
import dev.mooring.contract.reference.Firm;
import dev.mooring.contract.row.BankDaily;
import dev.mooring.contract.row.BankMetrics;
import dev.mooring.contract.row.CityDaily;
import dev.mooring.contract.row.CityMetrics;
import dev.mooring.contract.row.CountryMetrics;
import dev.mooring.contract.row.MooringRow;
import dev.mooring.contract.row.ReasonRow;
import dev.mooring.contract.row.StanceRow;
import dev.mooring.metrics.Ranking;
import java.util.List;
import java.util.Set;

/** What tables show of each kind of row, by weight. JSON and CSV hold every field. */
final class RowTables {

  static final Columns<BankMetrics> BANKS =
      Columns.of(
          BankMetrics.getClassSchema(),
          "bank",
          "accountsOpen",
          "firmsBanked",
          "moorings",
          "events",
          "cities",
          "accountsClosed",
          "accountsOpened",
          "accountsFirstSeen",
          "decisionsDeclined",
          "firstDay",
          "lastDay");

  static final Columns<CityMetrics> CITIES =
      Columns.of(
          CityMetrics.getClassSchema(),
          "city",
          "accountsOpen",
          "firmsBanked",
          "banks",
          "moorings",
          "events",
          "accountsClosed",
          "hhi",
          "accountsOpened",
          "accountsFirstSeen",
          "firstDay",
          "lastDay");

  static final Columns<CountryMetrics> COUNTRIES =
      Columns.of(
          CountryMetrics.getClassSchema(),
          "country",
          "events",
          "signalsSupportive",
          "signalsNeutral",
          "signalsRestrictive",
          "eventsConfirmed",
          "eventsDisputed",
          "firstDay",
          "lastDay");

  static final Columns<BankDaily> BANK_DAYS =
      Columns.of(
          BankDaily.getClassSchema(),
          "bank",
          "day",
          "events",
          "accountsOpened",
          "accountsFirstSeen",
          "accountsClosed",
          "eventsMonthPrecision");

  static final Columns<CityDaily> CITY_DAYS =
      Columns.of(
          CityDaily.getClassSchema(),
          "city",
          "day",
          "events",
          "accountsOpened",
          "accountsFirstSeen",
          "accountsClosed",
          "eventsMonthPrecision");

  static final Columns<MooringRow> MOORINGS =
      Columns.of(
          MooringRow.getClassSchema(),
          "bank",
          "firm",
          "city",
          "account",
          "stage",
          "restricted",
          "events",
          "daysToOpen",
          "firstDay",
          "lastDay",
          "observed");

  static final Columns<ReasonRow> REASONS =
      Columns.of(ReasonRow.getClassSchema(), "scope", "id", "kind", "reason", "count");

  static final Columns<StanceRow> STANCES =
      Columns.of(
          StanceRow.getClassSchema(), "bank", "stance", "position", "city", "programme", "day");

  private static final Columns<City> CITY_FIELDS =
      Columns.of(
          City.getClassSchema(),
          "id",
          "name",
          "country",
          "unLocode",
          "lat",
          "lon",
          "timezone",
          "geonameid");

  static final Columns<Bank> KNOWN_BANKS =
      Columns.of(Bank.getClassSchema(), "id", "name", "country", "lei", "bic");

  static final Columns<Firm> KNOWN_FIRMS =
      Columns.of(Firm.getClassSchema(), "id", "name", "country", "lei", "bic");

  static final Columns<Ranking.Hub> RANKING =
      Columns.of(
          List.of(
              Column.number("rank", Ranking.Hub::rank),
              Column.text("city", Ranking.Hub::city),
              Column.number("accountsOpen", Ranking.Hub::accountsOpen),
              Column.number("firmsBanked", Ranking.Hub::firmsBanked),
              Column.number("share", RowTables::share)));

  private RowTables() {}

  /**
   * Cities, and where they are known from.
   *
   * @param published ids of those that the cluster holds; the others come with Mooring
   */
  static Columns<City> knownCities(Set<String> published) {
    return CITY_FIELDS.with(
        3, Column.text("origin", city -> published.contains(city.getId()) ? "cluster" : "mooring"));
  }

  private static Double share(Ranking.Hub hub) {
    return hub.share().isPresent() ? hub.share().getAsDouble() : null;
  }
}
