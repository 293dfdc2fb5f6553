package dev.mooring.metrics.oracle;

import static dev.mooring.contract.event.EventType.*;
import static dev.mooring.metrics.oracle.EventBuilder.event;
import static dev.mooring.metrics.oracle.Told.BANK;
import static dev.mooring.metrics.oracle.Told.here;
import static dev.mooring.metrics.oracle.Told.rows;
import static dev.mooring.metrics.oracle.Told.unplaced;
import static dev.mooring.metrics.oracle.Told.withdrawal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mooring.contract.Topics;
import dev.mooring.contract.event.EventType;
import dev.mooring.contract.event.Outcome;
import dev.mooring.contract.event.Position;
import dev.mooring.contract.event.Reason;
import dev.mooring.contract.event.Signal;
import dev.mooring.contract.event.Stance;
import dev.mooring.contract.event.Tone;
import dev.mooring.contract.row.BankDaily;
import dev.mooring.contract.row.BankMetrics;
import dev.mooring.contract.row.CityMetrics;
import dev.mooring.contract.row.StanceRow;
import dev.mooring.metrics.oracle.OracleRows.Rank;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** Section 4.2: the rows. */
class OracleRowsTest {

  @Test
  void shouldCountEveryTypeInItsOwnField() {
    EventBuilder[] oneOfEach =
        Arrays.stream(EventType.values())
            .filter(type -> type != EventType.UNRECOGNISED)
            .map(type -> event().bank(BANK).city("zug").country("CH").type(type))
            .toArray(EventBuilder[]::new);

    OracleRows rows = rows(oneOfEach);

    for (var row : new Object[] {rows.bank(BANK), rows.city("zug"), rows.country("CH")}) {
      assertThat(row).hasFieldOrPropertyWithValue("events", 19L);
      assertThat(row).hasFieldOrPropertyWithValue("eventsOutreachMade", 1L);
      assertThat(row).hasFieldOrPropertyWithValue("eventsDueDiligenceUpdated", 1L);
      assertThat(row).hasFieldOrPropertyWithValue("eventsSupervisorySignal", 1L);
    }
    assertThat(rows.bankOn(BANK, "2023-01-01").getEventsBankWithdrew()).isEqualTo(1);
  }

  @Test
  void shouldCountTheFunnelOverObservedMoorings() {
    BankMetrics bank =
        rows(
                here(OUTREACH_MADE, "2023-01-01").firm("a"),
                here(APPLICATION_DECIDED, "2023-01-01").firm("b"),
                here(APPLICATION_SUBMITTED, "2023-01-01").firm("c"),
                here(ACCOUNT_OPENED, "2023-01-02").firm("c"),
                here(ACCOUNT_ACTIVATED, "2023-01-02").firm("unobserved"))
            .bank(BANK);

    assertThat(bank.getMoorings()).isEqualTo(4);
    assertThat(bank.getFirms()).isEqualTo(4);
    assertThat(bank.getFunnelContacted()).isEqualTo(3);
    assertThat(bank.getFunnelApplied()).isEqualTo(2);
    assertThat(bank.getFunnelApproved()).isEqualTo(2);
    assertThat(bank.getFunnelOpened()).isEqualTo(1);
    assertThat(bank.getFunnelActivated()).isZero();
  }

  @Test
  void shouldCountDistinctPartiesOfOpenMooringsOnly() {
    OracleRows rows =
        rows(
            here(ACCOUNT_OPENED, "2023-01-01").firm("a"),
            here(ACCOUNT_OPENED, "2023-01-01").firm("a").city("zug"),
            here(DORMANCY_CHANGED, "2023-01-01").firm("b").city("paris"),
            here(ACCOUNT_OPENED, "2023-01-01").firm("a").bank("other"));

    assertThat(rows.bank(BANK).getFirmsBanked()).isEqualTo(1);
    assertThat(rows.bank(BANK).getFirms()).isEqualTo(2);
    assertThat(rows.bank(BANK).getCities()).isEqualTo(2);
    assertThat(rows.city("hong-kong").getBanks()).isEqualTo(2);
    assertThat(rows.city("hong-kong").getFirmsBanked()).isEqualTo(1);
    assertThat(rows.city("paris").getBanks()).isZero();
  }

  @Test
  void shouldCountDecisionsOfUnnamedFirmsToo() {
    BankMetrics bank =
        rows(
                here(APPLICATION_DECIDED, "2023-01-01").outcome(Outcome.APPROVED),
                here(APPLICATION_DECIDED, "2023-01-02").outcome(Outcome.CONDITIONAL),
                here(APPLICATION_DECIDED, "2023-01-03").outcome(Outcome.DECLINED).firm(null),
                here(APPLICATION_DECIDED, "2023-01-04").outcome(Outcome.DECLINED),
                here(APPLICATION_DECIDED, "2023-01-05").outcome(Outcome.WITHDRAWN))
            .bank(BANK);

    assertThat(bank.getDecisionsApproved()).isEqualTo(1);
    assertThat(bank.getDecisionsConditional()).isEqualTo(1);
    assertThat(bank.getDecisionsDeclined()).isEqualTo(2);
    assertThat(bank.getDecisionsWithdrawn()).isEqualTo(1);
  }

  @Test
  void shouldTakeTheSmallestDayThatReachesAPercentile() {
    // Days to open 1, 2, ... 10: half of them are at most 5, nine tenths at most 9.
    EventBuilder[] events = new EventBuilder[20];
    for (int firm = 1; firm <= 10; firm++) {
      events[2 * firm - 2] = here(OUTREACH_MADE, "2023-01-01").firm("f" + firm);
      events[2 * firm - 1] =
          here(ACCOUNT_OPENED, LocalDate.of(2023, 1, 1).plusDays(firm).toString()).firm("f" + firm);
    }

    BankMetrics bank = rows(events).bank(BANK);

    assertThat(bank.getDaysToOpenCount()).isEqualTo(10);
    assertThat(bank.getDaysToOpenP50()).isEqualTo(5);
    assertThat(bank.getDaysToOpenP90()).isEqualTo(9);
    assertThat(bank.getDaysToOpenMax()).isEqualTo(10);
  }

  @Test
  void shouldHaveNoPercentilesOfNothing() {
    BankMetrics bank = rows(here(OUTREACH_MADE, "2023-01-01")).bank(BANK);

    assertThat(bank.getDaysToOpenCount()).isZero();
    assertThat(bank.getDaysToOpenP50()).isNull();
    assertThat(bank.getDaysToOpenP90()).isNull();
    assertThat(bank.getDaysToOpenMax()).isNull();
  }

  @Test
  void shouldCountSignalsByTone() {
    OracleRows rows =
        rows(
            event().city("zug").country("CH").type(SUPERVISORY_SIGNAL),
            event().country("CH").type(SUPERVISORY_SIGNAL).signal(Signal.RULE, Tone.RESTRICTIVE),
            event().country("CH").type(SUPERVISORY_SIGNAL).signal(Signal.DATA, Tone.SUPPORTIVE));

    assertThat(rows.city("zug").getSignalsNeutral()).isEqualTo(1);
    assertThat(rows.city("zug").getSignalsRestrictive()).isZero();
    assertThat(rows.country("CH").getSignalsNeutral()).isEqualTo(1);
    assertThat(rows.country("CH").getSignalsRestrictive()).isEqualTo(1);
    assertThat(rows.country("CH").getSignalsSupportive()).isEqualTo(1);
  }

  @Test
  void shouldMeasureConcentrationOfOpenMoorings() {
    // Three at one bank and one at another: (9 + 1) / 16.
    CityMetrics city =
        rows(
                here(ACCOUNT_OPENED, "2023-01-01").firm("a"),
                here(ACCOUNT_OPENED, "2023-01-01").firm("b"),
                here(ACCOUNT_OPENED, "2023-01-01").firm("c"),
                here(ACCOUNT_OPENED, "2023-01-01").firm("a").bank("other"))
            .city("hong-kong");

    assertThat(city.getHhi()).isEqualTo(6250);
  }

  @Test
  void shouldRoundConcentrationHalfUp() {
    // Five, two and one: (25 + 4 + 1) / 64 is 4687.5 of 10,000.
    EventBuilder[] events = new EventBuilder[8];
    for (int firm = 0; firm < 8; firm++) {
      String bank = firm < 5 ? "a" : firm < 7 ? "b" : "c";
      events[firm] = here(ACCOUNT_OPENED, "2023-01-01").pair(bank, "f" + firm);
    }

    assertThat(rows(events).city("hong-kong").getHhi()).isEqualTo(4688);
  }

  @Test
  void shouldHaveNoConcentrationOfNothing() {
    assertThat(rows(here(RELATIONSHIP_CLOSED, "2023-01-01")).city("hong-kong").getHhi()).isNull();
  }

  @Test
  void shouldKnowFirstAndLastDay() {
    BankMetrics bank =
        rows(here(ACCOUNT_OPENED, "2023-01-05T23:59:59Z"), here(OUTREACH_MADE, "2022-12"))
            .bank(BANK);

    assertThat(bank.getFirstDay()).isEqualTo("2022-12-01");
    assertThat(bank.getLastDay()).isEqualTo("2023-01-05");
  }

  @Test
  void shouldCountAMonthOnItsFirstDay() {
    BankDaily day =
        rows(here(ACCOUNT_OPENED, "2023-03"), here(OUTREACH_MADE, "2023-03-01"))
            .bankOn(BANK, "2023-03-01");

    assertThat(day.getEvents()).isEqualTo(2);
    assertThat(day.getEventsMonthPrecision()).isEqualTo(1);
    assertThat(day.getAccountsOpened()).isEqualTo(1);
    assertThat(day.getDay()).isEqualTo("2023-03-01");
  }

  @Test
  void shouldCountDeclinesByReason() {
    OracleRows rows =
        rows(
            here(APPLICATION_DECIDED, "2023-01-01").outcome(Outcome.DECLINED),
            here(APPLICATION_DECIDED, "2023-01-02")
                .outcome(Outcome.DECLINED)
                .reason(Reason.NOT_GIVEN)
                .city(null),
            here(APPLICATION_DECIDED, "2023-01-03").reason(Reason.CAPACITY));

    assertThat(rows.of(Topics.REASONS))
        .containsOnlyKeys(
            "bank/za-bank/DECLINE/UNKNOWN",
            "bank/za-bank/DECLINE/NOT_GIVEN",
            "city/hong-kong/DECLINE/UNKNOWN");
  }

  @Test
  void shouldCountClosingsByReason() {
    OracleRows rows =
        rows(
            here(RELATIONSHIP_CLOSED, "2023-01-01").firm("a"),
            here(RELATIONSHIP_CLOSED, "2023-01-01").firm("b").reason(Reason.DE_RISK),
            here(RELATIONSHIP_CLOSED, "2023-01-02").firm("b").reason(Reason.OTHER),
            here(ACCOUNT_OPENED, "2023-01-01").firm("c"),
            here(ACCOUNT_OPENED, "2023-01-01").firm("d").city(null),
            withdrawal("2023-02-01").reason(Reason.BANK_FAILURE));

    assertThat(rows.reason("bank/za-bank/CLOSURE/UNKNOWN")).isEqualTo(1);
    assertThat(rows.reason("bank/za-bank/CLOSURE/DE_RISK")).isEqualTo(1);
    assertThat(rows.reason("bank/za-bank/CLOSURE/OTHER")).isZero();
    assertThat(rows.reason("bank/za-bank/CLOSURE/BANK_FAILURE")).isEqualTo(2);
    assertThat(rows.reason("city/hong-kong/CLOSURE/BANK_FAILURE")).isEqualTo(1);
  }

  @Test
  void shouldKeepTheLastPositionOfAStance() {
    OracleRows rows =
        rows(
            event().bank(BANK).type(BANK_STANCE_CHANGED).on("2023-02-01"),
            event()
                .bank(BANK)
                .type(BANK_STANCE_CHANGED)
                .stance(Stance.APPETITE, Position.SUSPENDED)
                .on("2023-01-01"));

    assertThat(rows.stance(BANK, "APPETITE", null, null))
        .isEqualTo(new StanceRow(BANK, "APPETITE", null, null, "OPEN", LocalDate.of(2023, 2, 1)));
  }

  @Test
  void shouldKeyStancesByAllTheirParts() {
    OracleRows rows =
        rows(
            event().bank(BANK).type(BANK_STANCE_CHANGED).city("zug").programme("express"),
            event().type(BANK_STANCE_CHANGED).city("zug"),
            event().bank(BANK).type(BANK_STANCE_CHANGED));

    assertThat(rows.of(Topics.STANCES))
        .containsOnlyKeys(
            "za-bank/APPETITE/zug/express", "-/APPETITE/zug/-", "za-bank/APPETITE/-/-");
    assertThat(rows.stance(null, "APPETITE", "zug", null).getBank()).isNull();
  }

  @Test
  void shouldRankHubsAndLetEqualsShareARank() {
    OracleRows rows =
        rows(
            here(ACCOUNT_OPENED, "2023-01-01").firm("a").city("first"),
            here(ACCOUNT_OPENED, "2023-01-01").firm("b").city("first"),
            here(ACCOUNT_OPENED, "2023-01-01").firm("a").city("tied-b"),
            here(ACCOUNT_OPENED, "2023-01-01").firm("a").city("tied-a"),
            here(OUTREACH_MADE, "2023-01-01").firm("a").city("none"),
            unplaced(ACCOUNT_OPENED, "2023-01-01").firm("elsewhere"));

    assertThat(rows.ranking())
        .containsExactly(
            new Rank(1, "first", 2, 2, OptionalDouble.of(0.5)),
            new Rank(2, "tied-a", 1, 1, OptionalDouble.of(0.25)),
            new Rank(2, "tied-b", 1, 1, OptionalDouble.of(0.25)),
            new Rank(4, "none", 0, 0, OptionalDouble.of(0)));
  }

  @Test
  void shouldRankMoreFirmsBeforeFewerAmongEqualAccounts() {
    OracleRows rows =
        rows(
            here(ACCOUNT_OPENED, "2023-01-01").firm("a").city("a-one-firm"),
            here(ACCOUNT_OPENED, "2023-01-01").firm("a").bank("other").city("a-one-firm"),
            here(ACCOUNT_OPENED, "2023-01-01").firm("a").city("two-firms"),
            here(ACCOUNT_OPENED, "2023-01-01").firm("b").city("two-firms"));

    assertThat(rows.ranking()).extracting(Rank::city).containsExactly("two-firms", "a-one-firm");
    assertThat(rows.ranking()).extracting(Rank::rank).containsExactly(1, 2);
  }

  @Test
  void shouldHaveNoShareOfNothing() {
    assertThat(rows(here(OUTREACH_MADE, "2023-01-01")).ranking())
        .containsExactly(new Rank(1, "hong-kong", 0, 0, OptionalDouble.empty()));
  }

  @Test
  void shouldRefuseTopicsThatItHasNoRowsOf() {
    OracleRows rows = rows();

    assertThat(rows.of(Topics.MOORINGS.withPartitions(1))).isEmpty();
    assertThatThrownBy(() -> rows.of(Topics.LEDGER)).hasMessageContaining("mooring.ledger.v1");
  }
}
