package dev.mooring.metrics;

import dev.mooring.contract.Topics;
import dev.mooring.contract.row.BankMetrics;
import dev.mooring.contract.row.CityMetrics;
import dev.mooring.contract.row.ReasonRow;
import dev.mooring.metrics.oracle.OracleRows;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The rows from which ratios are read.
 *
 * @param reasons by their bank or city
 */
record RatioRows(
    List<BankMetrics> banks, List<CityMetrics> cities, Map<String, List<ReasonRow>> reasons) {

  static RatioRows of(OracleRows rows) {
    return new RatioRows(
        rows.of(Topics.BANK_METRICS).values().stream().map(BankMetrics.class::cast).toList(),
        rows.of(Topics.CITY_METRICS).values().stream().map(CityMetrics.class::cast).toList(),
        rows.of(Topics.REASONS).values().stream()
            .map(ReasonRow.class::cast)
            .collect(Collectors.groupingBy(row -> row.getScope() + "/" + row.getId())));
  }
}
