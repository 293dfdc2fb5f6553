package dev.mooring.metrics;

import static dev.mooring.metrics.oracle.EventBuilder.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.mooring.contract.Stage;
import dev.mooring.contract.event.Event;
import dev.mooring.contract.row.BankMetrics;
import dev.mooring.contract.row.CityMetrics;
import dev.mooring.contract.row.ReasonRow;
import dev.mooring.metrics.oracle.Histories;
import dev.mooring.metrics.oracle.Oracle;
import dev.mooring.metrics.oracle.OracleRows;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class RatiosTest {

  private static final OptionalDouble UNDEFINED = OptionalDouble.empty();

  @Provide
  Arbitrary<List<Event>> histories() {
    return Histories.histories();
  }

  @Property(tries = 500)
  void shouldRankHubsAsTheOracleDoes(@ForAll("histories") List<Event> events) {
    OracleRows rows = Oracle.rows(events);

    assertThat(Ranking.hubs(RatioRows.of(rows).cities()))
        .extracting(
            hub ->
                new OracleRows.Rank(
                    hub.rank(), hub.city(), hub.accountsOpen(), hub.firmsBanked(), hub.share()))
        .containsExactlyElementsOf(rows.ranking());
  }

  @Property(tries = 500)
  void shouldKeepEveryFractionBetweenNoneAndAll(@ForAll("histories") List<Event> events) {
    RatioRows some = RatioRows.of(Oracle.rows(events));

    List<OptionalDouble> fractions = new ArrayList<>();
    some.banks().forEach(bank -> addFractions(bank, fractions));
    some.cities().forEach(city -> addFractions(city, some.cities(), fractions));
    some.reasons().values().forEach(rows -> addFractions(rows, fractions));

    assertThat(fractions)
        .allSatisfy(fraction -> assertThat(fraction.orElse(0)).isBetween(0.0, 1.0));
  }

  @Property(tries = 500)
  void shouldMultiplyConversionsOfStepsToThatOfTheWholeWay(
      @ForAll("histories") List<Event> events) {
    for (BankMetrics bank : RatioRows.of(Oracle.rows(events)).banks()) {
      OptionalDouble second = Ratios.conversion(bank, Stage.APPLIED, Stage.OPENED);
      if (second.isPresent()) {
        double first = Ratios.conversion(bank, Stage.CONTACTED, Stage.APPLIED).getAsDouble();
        assertThat(Ratios.conversion(bank, Stage.CONTACTED, Stage.OPENED).getAsDouble())
            .isCloseTo(first * second.getAsDouble(), within(1e-9));
      }
    }
  }

  @Property(tries = 500)
  void shouldDefineRatiosExactlyWhereThereIsSomethingToDivideBy(
      @ForAll("histories") List<Event> events) {
    RatioRows some = RatioRows.of(Oracle.rows(events));
    double shares = 0;
    for (CityMetrics city : some.cities()) {
      assertThat(Ratios.multiBanking(city).isPresent()).isEqualTo(city.getAccountsOpen() > 0);
      assertThat(Ratios.multiBanking(city).orElse(1)).isGreaterThanOrEqualTo(1);
      assertThat(Ratios.conversion(city, Stage.CONTACTED, Stage.APPLIED).isPresent())
          .isEqualTo(city.getFunnelContacted() > 0);
      shares += Ratios.shareOfHub(city, some.cities()).orElse(0);
    }
    boolean anyOpen = some.cities().stream().anyMatch(city -> city.getAccountsOpen() > 0);
    assertThat(shares).isCloseTo(anyOpen ? 1 : 0, within(1e-9));
  }

  @Property(tries = 500)
  void shouldExplainStockByNetChangeAndFirstSights(@ForAll("histories") List<Event> events) {
    for (BankMetrics bank : RatioRows.of(Oracle.rows(events)).banks()) {
      assertThat(Ratios.netChange(bank) + bank.getAccountsFirstSeen())
          .isEqualTo(bank.getAccountsOpen() + bank.getAccountsDormant());
    }
  }

  @Test
  void shouldLeaveUndefinedWhatHasNoDenominator() {
    OracleRows rows = Oracle.rows(List.of(event().bank("dbs").city("zug").build()));

    assertThat(Ratios.conversion(rows.bank("dbs"), Stage.CONTACTED, Stage.OPENED))
        .isEqualTo(UNDEFINED);
    assertThat(Ratios.declineRate(rows.bank("dbs"))).isEqualTo(UNDEFINED);
    assertThat(Ratios.declineRate(rows.city("zug"))).isEqualTo(UNDEFINED);
    assertThat(Ratios.multiBanking(rows.city("zug"))).isEqualTo(UNDEFINED);
    assertThat(Ratios.shareOfHub(rows.city("zug"), List.of(rows.city("zug")))).isEqualTo(UNDEFINED);
    assertThat(Ranking.hubs(List.of())).isEmpty();
  }

  @Test
  void shouldRefuseConversionBackwards() {
    BankMetrics bank = Oracle.rows(List.of(event().bank("dbs").build())).bank("dbs");

    assertThatThrownBy(() -> Ratios.conversion(bank, Stage.OPENED, Stage.OPENED))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("behind OPENED");
  }

  private static void addFractions(BankMetrics bank, List<OptionalDouble> fractions) {
    fractions.add(Ratios.declineRate(bank));
    fractions.add(Ratios.conversion(bank, Stage.CONTACTED, Stage.APPLIED));
    fractions.add(Ratios.conversion(bank, Stage.APPLIED, Stage.APPROVED));
    fractions.add(Ratios.conversion(bank, Stage.APPROVED, Stage.ACTIVATED));
  }

  private static void addFractions(
      CityMetrics city, List<CityMetrics> all, List<OptionalDouble> fractions) {
    fractions.add(Ratios.declineRate(city));
    fractions.add(Ratios.conversion(city, Stage.CONTACTED, Stage.OPENED));
    fractions.add(Ratios.shareOfHub(city, all));
  }

  private static void addFractions(List<ReasonRow> reasons, List<OptionalDouble> fractions) {
    fractions.add(ReasonShares.noReason(reasons, ReasonKind.DECLINE));
    fractions.add(ReasonShares.noReason(reasons, ReasonKind.CLOSURE));
    double left =
        ReasonShares.deRisking(reasons).orElse(0)
            + ReasonShares.displacement(reasons).orElse(0)
            + ReasonShares.noReason(reasons, ReasonKind.CLOSURE).orElse(0);
    assertThat(left).as("shares of different reasons").isLessThanOrEqualTo(1 + 1e-9);
  }
}
