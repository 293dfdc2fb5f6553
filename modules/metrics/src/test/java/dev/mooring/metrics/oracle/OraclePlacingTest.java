package dev.mooring.metrics.oracle;

import static dev.mooring.contract.event.EventType.ACCOUNT_ACTIVATED;
import static dev.mooring.contract.event.EventType.ACCOUNT_OPENED;
import static dev.mooring.contract.event.EventType.CUSTOMER_PAYMENTS_CHANGED;
import static dev.mooring.contract.event.EventType.EXIT_NOTIFIED;
import static dev.mooring.contract.event.EventType.OUTREACH_MADE;
import static dev.mooring.contract.event.EventType.RELATIONSHIP_CLOSED;
import static dev.mooring.contract.event.EventType.RESTRICTION_CHANGED;
import static dev.mooring.metrics.oracle.EventBuilder.event;
import static dev.mooring.metrics.oracle.Told.BANK;
import static dev.mooring.metrics.oracle.Told.FIRM;
import static dev.mooring.metrics.oracle.Told.here;
import static dev.mooring.metrics.oracle.Told.rows;
import static dev.mooring.metrics.oracle.Told.unplaced;
import static dev.mooring.metrics.oracle.Told.withdrawal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.contract.Topics;
import org.junit.jupiter.api.Test;

/** Section 4.1: which moorings there are, and whose an event is. */
class OraclePlacingTest {

  @Test
  void shouldMakeOneMooringWithoutACity() {
    OracleRows rows =
        rows(unplaced(OUTREACH_MADE, "2023-01-01"), unplaced(ACCOUNT_OPENED, "2023-02-01"));

    assertThat(rows.of(Topics.MOORINGS)).containsOnlyKeys("za-bank/osl/-");
    assertThat(rows.mooring(BANK, FIRM, null).getEvents()).isEqualTo(2);
    assertThat(rows.mooring(BANK, FIRM, null).getCity()).isNull();
    assertThat(rows.bank(BANK).getMoorings()).isEqualTo(1);
    assertThat(rows.bank(BANK).getAccountsOpen()).isEqualTo(1);
    assertThat(rows.bank(BANK).getCities()).isZero();
    assertThat(rows.of(Topics.CITY_METRICS)).isEmpty();
  }

  @Test
  void shouldPlaceEventsWithoutACityInTheOnlyOne() {
    OracleRows rows =
        rows(unplaced(OUTREACH_MADE, "2023-01-01"), here(ACCOUNT_OPENED, "2023-02-01"));

    assertThat(rows.of(Topics.MOORINGS)).containsOnlyKeys("za-bank/osl/hong-kong");
    assertThat(rows.mooring(BANK, FIRM, "hong-kong").getEvents()).isEqualTo(2);
    assertThat(rows.mooring(BANK, FIRM, "hong-kong").getObserved()).isTrue();
    assertThat(rows.bank(BANK).getUnplaced()).isZero();
    assertThat(rows.city("hong-kong").getEvents()).isEqualTo(1);
  }

  @Test
  void shouldLeaveEventsWithoutACityUnplacedAmongSeveral() {
    OracleRows rows =
        rows(
            here(ACCOUNT_OPENED, "2023-02-01"),
            here(ACCOUNT_OPENED, "2023-02-01").city("zug"),
            unplaced(ACCOUNT_ACTIVATED, "2023-03-01"));

    assertThat(rows.of(Topics.MOORINGS))
        .containsOnlyKeys("za-bank/osl/hong-kong", "za-bank/osl/zug");
    assertThat(rows.mooring(BANK, FIRM, "zug").getStage()).isEqualTo("OPENED");
    assertThat(rows.bank(BANK).getUnplaced()).isEqualTo(1);
    assertThat(rows.bank(BANK).getEvents()).isEqualTo(3);
    assertThat(rows.bank(BANK).getFirms()).isEqualTo(1);
    assertThat(rows.bank(BANK).getCities()).isEqualTo(2);
  }

  @Test
  void shouldApplyRestrictionsAndEndingsWithoutACityEverywhere() {
    OracleRows rows =
        rows(
            here(ACCOUNT_OPENED, "2023-02-01"),
            here(ACCOUNT_OPENED, "2023-02-01").city("zug"),
            unplaced(RESTRICTION_CHANGED, "2023-03-01"),
            unplaced(EXIT_NOTIFIED, "2023-03-02"),
            unplaced(RELATIONSHIP_CLOSED, "2023-03-03"));

    assertThat(rows.bank(BANK).getAccountsClosed()).isEqualTo(2);
    assertThat(rows.bank(BANK).getUnplaced()).isZero();
    assertThat(rows.mooring(BANK, FIRM, "zug").getEvents()).isEqualTo(4);
    assertThat(rows.city("zug").getAccountsClosed()).isEqualTo(1);
    assertThat(rows.city("zug").getEvents()).isEqualTo(1);
    assertThat(rows.cityOn("zug", "2023-03-03").getAccountsClosed()).isEqualTo(1);
    assertThat(rows.cityOn("zug", "2023-03-03").getEvents()).isZero();
  }

  @Test
  void shouldMakeNoMooringOfCustomerPayments() {
    OracleRows rows = rows(here(CUSTOMER_PAYMENTS_CHANGED, "2023-02-01"));

    assertThat(rows.of(Topics.MOORINGS)).isEmpty();
    assertThat(rows.bank(BANK).getEventsCustomerPaymentsChanged()).isEqualTo(1);
    assertThat(rows.bank(BANK).getUnattributed()).isZero();
  }

  @Test
  void shouldNotTakeACityFromCustomerPayments() {
    OracleRows rows =
        rows(unplaced(ACCOUNT_OPENED, "2023-02-01"), here(CUSTOMER_PAYMENTS_CHANGED, "2023-02-01"));

    assertThat(rows.of(Topics.MOORINGS)).containsOnlyKeys("za-bank/osl/-");
  }

  @Test
  void shouldCountEventsOfUnnamedPartiesAsUnattributed() {
    OracleRows rows =
        rows(
            event().bank(BANK).city("zug").type(OUTREACH_MADE).id(1),
            event().firm(FIRM).city("zug").type(OUTREACH_MADE).id(2),
            event().city("zug").type(OUTREACH_MADE).id(3),
            withdrawal("2023-01-01").city("zug"));

    assertThat(rows.of(Topics.MOORINGS)).isEmpty();
    assertThat(rows.bank(BANK).getUnattributed()).isEqualTo(1);
    assertThat(rows.city("zug").getUnattributed()).isEqualTo(3);
    assertThat(rows.city("zug").getEvents()).isEqualTo(4);
  }

  @Test
  void shouldCloseEverywhereByABankWideWithdrawal() {
    OracleRows rows =
        rows(
            here(ACCOUNT_OPENED, "2023-02-01"),
            here(ACCOUNT_OPENED, "2023-02-01").firm("hashkey").city(null),
            here(ACCOUNT_OPENED, "2023-02-01").bank("other"),
            withdrawal("2023-03-01"));

    assertThat(rows.bank(BANK).getAccountsClosed()).isEqualTo(2);
    assertThat(rows.bank("other").getAccountsClosed()).isZero();
    assertThat(rows.cityOn("hong-kong", "2023-03-01").getAccountsClosed()).isEqualTo(1);
    assertThat(rows.cityOn("hong-kong", "2023-03-01").getEvents()).isZero();
    assertThat(rows.bankOn(BANK, "2023-03-01").getEventsBankWithdrew()).isEqualTo(1);
  }

  @Test
  void shouldCloseOnlyItsCityByAWithdrawalFromOne() {
    OracleRows rows =
        rows(
            here(ACCOUNT_OPENED, "2023-02-01"),
            here(ACCOUNT_OPENED, "2023-02-01").city("zug"),
            here(ACCOUNT_OPENED, "2023-02-01").firm("hashkey").city(null),
            withdrawal("2023-03-01").city("zug"));

    assertThat(rows.mooring(BANK, FIRM, "zug").getAccount()).isEqualTo("CLOSED");
    assertThat(rows.mooring(BANK, FIRM, "hong-kong").getAccount()).isEqualTo("OPEN");
    assertThat(rows.mooring(BANK, "hashkey", null).getAccount()).isEqualTo("OPEN");
  }

  @Test
  void shouldKeepWithdrawalsOutOfAMooringsOwnEvents() {
    OracleRows rows = rows(here(ACCOUNT_OPENED, "2023-02-01"), withdrawal("2023-03-01"));

    assertThat(rows.mooring(BANK, FIRM, "hong-kong").getEvents()).isEqualTo(1);
    assertThat(rows.mooring(BANK, FIRM, "hong-kong").getLastDay()).isEqualTo("2023-02-01");
  }
}
