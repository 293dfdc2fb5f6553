package dev.mooring.cli.command;

import dev.mooring.contract.Topics;
import dev.mooring.contract.row.BankDaily;
import dev.mooring.contract.row.BankMetrics;
import dev.mooring.contract.row.CityDaily;
import dev.mooring.contract.row.CityMetrics;
import dev.mooring.contract.row.CountryMetrics;
import dev.mooring.contract.row.ReasonRow;
import dev.mooring.contract.row.StanceRow;
import dev.mooring.metrics.Ranking;
import dev.mooring.view.Row;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What {@code metrics} shows. */
enum MetricKind {
  BANKS,
  CITIES,
  COUNTRIES,
  RANKING,
  REASONS,
  STANCES;

  /** Its rows as totals. */
  MetricTable<?, ?> totals() {
    return switch (this) {
      case BANKS ->
          MetricTable.of(
              Topics.BANK_METRICS, BankMetrics.class, RowTables.BANKS, BankMetrics::getBank);
      case CITIES ->
          MetricTable.of(
              Topics.CITY_METRICS, CityMetrics.class, RowTables.CITIES, CityMetrics::getCity);
      case COUNTRIES ->
          MetricTable.of(
              Topics.COUNTRY_METRICS,
              CountryMetrics.class,
              RowTables.COUNTRIES,
              CountryMetrics::getCountry);
      case RANKING ->
          new MetricTable<>(
              Topics.CITY_METRICS,
              CityMetrics.class,
              RowTables.RANKING,
              Ranking.Hub::city,
              MetricKind::ranked);
      case REASONS ->
          MetricTable.of(Topics.REASONS, ReasonRow.class, RowTables.REASONS, ReasonRow::getId);
      case STANCES ->
          MetricTable.of(Topics.STANCES, StanceRow.class, RowTables.STANCES, StanceRow::getBank);
    };
  }

  private static Stream<Row<Ranking.Hub>> ranked(Stream<Row<CityMetrics>> cities) {
    return Ranking.hubs(cities.map(Row::value).toList()).stream()
        .map(hub -> new Row<>(hub.city(), hub));
  }

  /** Its rows day by day, where it has such. */
  Optional<MetricTable<?, ?>> days() {
    return switch (this) {
      case BANKS ->
          Optional.of(
              MetricTable.of(
                  Topics.BANK_DAILY, BankDaily.class, RowTables.BANK_DAYS, BankDaily::getBank));
      case CITIES ->
          Optional.of(
              MetricTable.of(
                  Topics.CITY_DAILY, CityDaily.class, RowTables.CITY_DAYS, CityDaily::getCity));
      default -> Optional.empty();
    };
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
