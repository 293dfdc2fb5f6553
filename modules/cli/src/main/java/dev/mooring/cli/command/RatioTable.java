package dev.mooring.cli.command;

import dev.mooring.cli.output.Column;
import dev.mooring.cli.output.Columns;
import dev.mooring.contract.Stage;
import dev.mooring.contract.row.BankDaily;
import dev.mooring.contract.row.BankMetrics;
import dev.mooring.contract.row.CityDaily;
import dev.mooring.contract.row.CityMetrics;
import dev.mooring.contract.row.ReasonRow;
import dev.mooring.metrics.Momentum;
import dev.mooring.metrics.Ratios;
import dev.mooring.metrics.ReasonKind;
import dev.mooring.metrics.ReasonShares;
import dev.mooring.metrics.Scope;
import dev.mooring.view.Snapshot;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.BiFunction;

/** The ratios of one bank or city, a line each. */
final class RatioTable {

  static final Columns<Line> COLUMNS =
      Columns.of(
          List.of(
              Column.text("ratio", Line::name),
              Column.number("value", Line::value),
              Column.text("what it is", Line::meaning)));

  private static final String UNDEFINED = "-";

  private final Snapshot rows;

  RatioTable(Snapshot rows) {
    this.rows = rows;
  }

  /** A ratio as people read it. */
  record Line(String name, Object value, String meaning) {

    static Line of(String name, OptionalDouble value, String meaning) {
      return new Line(name, value.isPresent() ? (Object) value.getAsDouble() : UNDEFINED, meaning);
    }
  }

  List<Line> ofBank(String id) {
    BankMetrics bank = rows.bankMetrics().get(id).orElseThrow();
    List<Line> lines = conversions((from, to) -> Ratios.conversion(bank, from, to));
    lines.add(declineRate(Ratios.declineRate(bank)));
    lines.addAll(reasons(Scope.BANK, id));
    lines.add(netChange(Ratios.netChange(bank)));
    List<BankDaily> days = rows.bankDaily().valuesWithPrefix(id + "/").toList();
    if (!days.isEmpty()) {
      LocalDate last = days.getLast().getDay();
      lines.add(momentum(Momentum.ofBank(days, last), last));
    }
    return lines;
  }

  List<Line> ofCity(String id) {
    CityMetrics city = rows.cityMetrics().get(id).orElseThrow();
    List<Line> lines = conversions((from, to) -> Ratios.conversion(city, from, to));
    lines.add(declineRate(Ratios.declineRate(city)));
    lines.addAll(reasons(Scope.CITY, id));
    lines.add(
        Line.of(
            "shareOfHub",
            Ratios.shareOfHub(city, rows.cityMetrics().values().toList()),
            "open accounts here / in all cities"));
    lines.add(
        Line.of("multiBanking", Ratios.multiBanking(city), "open accounts / firms that have one"));
    lines.add(netChange(Ratios.netChange(city)));
    List<CityDaily> days = rows.cityDaily().valuesWithPrefix(id + "/").toList();
    if (!days.isEmpty()) {
      LocalDate last = days.getLast().getDay();
      lines.add(momentum(Momentum.ofCity(days, last), last));
    }
    return lines;
  }

  /** From each stage to the next, of moorings whose start was seen. */
  private static List<Line> conversions(BiFunction<Stage, Stage, OptionalDouble> conversion) {
    List<Line> lines = new ArrayList<>();
    List<Stage> stages = Arrays.asList(Stage.values());
    for (int i = 1; i < stages.size(); i++) {
      Stage from = stages.get(i - 1);
      Stage to = stages.get(i);
      lines.add(
          Line.of(
              "conversion " + to,
              conversion.apply(from, to),
              "of those that were " + from + " and seen from the start"));
    }
    return lines;
  }

  private List<Line> reasons(Scope scope, String id) {
    List<ReasonRow> reasons =
        rows.reasons().valuesWithPrefix(scope.word() + "/" + id + "/").toList();
    return List.of(
        Line.of(
            "noReasonShare DECLINE",
            ReasonShares.noReason(reasons, ReasonKind.DECLINE),
            "declines without a known reason / declines"),
        Line.of(
            "noReasonShare CLOSURE",
            ReasonShares.noReason(reasons, ReasonKind.CLOSURE),
            "closings without a known reason / closings"),
        Line.of(
            "deRiskingRate",
            ReasonShares.deRisking(reasons),
            "closed for DE_RISK or VERTICAL_EXIT / closings"),
        Line.of(
            "displacement",
            ReasonShares.displacement(reasons),
            "closed for BANK_FAILURE or BANK_WIND_DOWN / closings"));
  }

  private static Line declineRate(OptionalDouble rate) {
    return Line.of("declineRate", rate, "declined / approved, conditional or declined");
  }

  private static Line netChange(long accounts) {
    return new Line("netChange", accounts, "accounts opened - closed");
  }

  private static Line momentum(long accounts, LocalDate last) {
    return new Line(
        "momentum",
        accounts,
        "net change of the %d days to %s - of the %d days before"
            .formatted(Momentum.DAYS, last, Momentum.DAYS));
  }
}
