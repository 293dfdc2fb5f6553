package dev.mooring.server.rows;

import dev.mooring.contract.Stage;
import dev.mooring.contract.row.BankDaily;
import dev.mooring.contract.row.BankMetrics;
import dev.mooring.contract.row.CityDaily;
import dev.mooring.contract.row.CityMetrics;
import dev.mooring.contract.row.ReasonRow;
import dev.mooring.metrics.Momentum;
import dev.mooring.metrics.Ranking;
import dev.mooring.metrics.Ratios;
import dev.mooring.metrics.ReasonKind;
import dev.mooring.metrics.ReasonShares;
import dev.mooring.view.Row;
import dev.mooring.view.Snapshot;
import dev.mooring.view.Table;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;

/** The ratios of section 4.2 of the contract, by name; null where one is undefined. */
public final class RowRatios {

  private final Snapshot snapshot;
  private final Map<String, Ranking.Hub> hubs;

  /** Of a snapshot, with its ranking. */
  public RowRatios(Snapshot snapshot, List<Ranking.Hub> ranking) {
    this.snapshot = snapshot;
    this.hubs = ranking.stream().collect(Collectors.toMap(Ranking.Hub::city, Function.identity()));
  }

  /** Whether rows of a topic have ratios. */
  public static boolean of(RowTopic topic) {
    return topic == RowTopic.BANKS || topic == RowTopic.CITIES;
  }

  /** The ratios of a bank or city. */
  public Map<String, Object> of(SpecificRecord row) {
    return switch (row) {
      case BankMetrics bank -> ofBank(bank);
      case CityMetrics city -> ofCity(city);
      default -> Map.of();
    };
  }

  private Map<String, Object> ofBank(BankMetrics bank) {
    Map<String, Object> ratios = new LinkedHashMap<>();
    conversions(ratios, (from, to) -> Ratios.conversion(bank, from, to));
    put(ratios, "declineRate", Ratios.declineRate(bank));
    reasons(ratios, "bank/" + bank.getBank() + "/");
    ratios.put("netChange", Ratios.netChange(bank));
    List<BankDaily> days = days(snapshot.bankDaily(), bank.getBank());
    ratios.put("momentum", days.isEmpty() ? null : Momentum.ofBank(days, days.getLast().getDay()));
    return ratios;
  }

  private Map<String, Object> ofCity(CityMetrics city) {
    Map<String, Object> ratios = new LinkedHashMap<>();
    conversions(ratios, (from, to) -> Ratios.conversion(city, from, to));
    put(ratios, "declineRate", Ratios.declineRate(city));
    reasons(ratios, "city/" + city.getCity() + "/");
    Ranking.Hub hub = hubs.get(city.getCity());
    put(ratios, "shareOfHub", hub == null ? OptionalDouble.empty() : hub.share());
    put(ratios, "multiBanking", Ratios.multiBanking(city));
    ratios.put("netChange", Ratios.netChange(city));
    List<CityDaily> days = days(snapshot.cityDaily(), city.getCity());
    ratios.put("momentum", days.isEmpty() ? null : Momentum.ofCity(days, days.getLast().getDay()));
    return ratios;
  }

  private static void conversions(
      Map<String, Object> ratios, BiFunction<Stage, Stage, OptionalDouble> conversion) {
    List<Stage> stages = Arrays.asList(Stage.values());
    for (int i = 1; i < stages.size(); i++) {
      Stage to = stages.get(i);
      String name = to.name().charAt(0) + to.name().substring(1).toLowerCase(java.util.Locale.ROOT);
      put(ratios, "conversion" + name, conversion.apply(stages.get(i - 1), to));
    }
  }

  private void reasons(Map<String, Object> ratios, String prefix) {
    List<ReasonRow> reasons = snapshot.reasons().rowsWithPrefix(prefix).map(Row::value).toList();
    put(ratios, "noReasonShareDecline", ReasonShares.noReason(reasons, ReasonKind.DECLINE));
    put(ratios, "noReasonShareClosure", ReasonShares.noReason(reasons, ReasonKind.CLOSURE));
    put(ratios, "deRiskingRate", ReasonShares.deRisking(reasons));
    put(ratios, "displacement", ReasonShares.displacement(reasons));
  }

  private static <R> List<R> days(Table<R> table, String id) {
    return table.rowsWithPrefix(id + "/").map(Row::value).toList();
  }

  private static void put(Map<String, Object> ratios, String name, OptionalDouble value) {
    ratios.put(name, value.isPresent() ? (Object) value.getAsDouble() : null);
  }
}
