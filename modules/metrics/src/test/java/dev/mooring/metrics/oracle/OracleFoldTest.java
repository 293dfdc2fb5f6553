package dev.mooring.metrics.oracle;

import static dev.mooring.contract.event.EventType.*;
import static dev.mooring.metrics.oracle.Told.BANK;
import static dev.mooring.metrics.oracle.Told.here;
import static dev.mooring.metrics.oracle.Told.mooring;
import static dev.mooring.metrics.oracle.Told.rows;
import static dev.mooring.metrics.oracle.Told.withdrawal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.contract.event.Change;
import dev.mooring.contract.event.EventType;
import dev.mooring.contract.event.Outcome;
import dev.mooring.contract.row.BankMetrics;
import dev.mooring.contract.row.MooringRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Section 4.1: the fold of one mooring. */
class OracleFoldTest {

  @ParameterizedTest
  @CsvSource({
    "OUTREACH_MADE,CONTACTED,true",
    "INQUIRY_RECEIVED,CONTACTED,true",
    "PITCH_DELIVERED,CONTACTED,true",
    "PROPOSAL_ISSUED,CONTACTED,true",
    "APPLICATION_SUBMITTED,APPLIED,true",
    "DUE_DILIGENCE_UPDATED,APPLIED,true",
    "APPLICATION_DECIDED,APPROVED,true",
    "ACCOUNT_OPENED,OPENED,false",
    "ACCOUNT_REPORTED,OPENED,false",
    "ACCOUNT_ACTIVATED,ACTIVATED,false",
    "SERVICE_CHANGED,OPENED,false",
    "RESTRICTION_CHANGED,OPENED,false",
    "DORMANCY_CHANGED,OPENED,false",
    "EXIT_NOTIFIED,OPENED,false",
    "RELATIONSHIP_CLOSED,OPENED,false"
  })
  void shouldReachTheStageOfItsType(EventType type, String stage, boolean observed) {
    MooringRow mooring = mooring(here(type, "2023-03-27"));

    assertThat(mooring.getStage()).isEqualTo(stage);
    assertThat(mooring.getObserved()).isEqualTo(observed);
  }

  @ParameterizedTest
  @CsvSource({"APPROVED,APPROVED", "CONDITIONAL,APPROVED", "DECLINED,APPLIED", "WITHDRAWN,APPLIED"})
  void shouldReachApprovedByAPositiveDecisionOnly(Outcome outcome, String stage) {
    assertThat(mooring(here(APPLICATION_DECIDED, "2023-03-27").outcome(outcome)).getStage())
        .isEqualTo(stage);
  }

  @Test
  void shouldKeepTheFurthestStage() {
    MooringRow mooring =
        mooring(here(ACCOUNT_ACTIVATED, "2023-03-01"), here(OUTREACH_MADE, "2023-04-01"));

    assertThat(mooring.getStage()).isEqualTo("ACTIVATED");
    assertThat(mooring.getObserved()).isFalse();
    assertThat(mooring.getFirstDay()).isEqualTo("2023-03-01");
    assertThat(mooring.getLastDay()).isEqualTo("2023-04-01");
  }

  @Test
  void shouldBeObservedThoughTheBankWithdrewBefore() {
    assertThat(mooring(withdrawal("2022-01-01"), here(OUTREACH_MADE, "2023-01-01")).getObserved())
        .isTrue();
  }

  @Test
  void shouldHaveNoAccountBeforeOneOpens() {
    MooringRow mooring = mooring(here(APPLICATION_DECIDED, "2023-03-27"), withdrawal("2023-04-01"));

    assertThat(mooring.getAccount()).isEqualTo("NONE");
  }

  @Test
  void shouldOpenOnTheDayOfTheEvent() {
    OracleRows rows = rows(here(ACCOUNT_OPENED, "2023-03-27T23:59:59.999Z"));

    assertThat(rows.bankOn(BANK, "2023-03-27").getAccountsOpened()).isEqualTo(1);
    flows(rows, 1, 0, 0);
  }

  @Test
  void shouldNotOpenTwice() {
    flows(rows(here(ACCOUNT_OPENED, "2023-03-27"), here(ACCOUNT_OPENED, "2023-03-28")), 1, 0, 0);
  }

  @Test
  void shouldReopenAfterAClosing() {
    OracleRows rows =
        rows(
            here(ACCOUNT_OPENED, "2023-03-01"),
            here(RELATIONSHIP_CLOSED, "2023-04-01"),
            here(ACCOUNT_OPENED, "2023-05-01"));

    flows(rows, 2, 0, 1);
    assertThat(rows.bank(BANK).getAccountsOpen()).isEqualTo(1);
    assertThat(rows.bankOn(BANK, "2023-05-01").getAccountsOpened()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(
      value = EventType.class,
      names = {
        "ACCOUNT_REPORTED",
        "ACCOUNT_ACTIVATED",
        "SERVICE_CHANGED",
        "RESTRICTION_CHANGED",
        "EXIT_NOTIFIED"
      })
  void shouldSeeAnAccountFirstByWhatPresumesIt(EventType type) {
    OracleRows rows = rows(here(type, "2023-03-27"));

    flows(rows, 0, 1, 0);
    assertThat(rows.bankOn(BANK, "2023-03-27").getAccountsFirstSeen()).isEqualTo(1);
    assertThat(rows.bank(BANK).getAccountsOpen()).isEqualTo(1);
  }

  @Test
  void shouldSeeAndCloseByOneEvent() {
    OracleRows rows = rows(here(RELATIONSHIP_CLOSED, "2023-03-27"));

    flows(rows, 0, 1, 1);
    assertThat(rows.bank(BANK).getAccountsOpen()).isZero();
  }

  @Test
  void shouldSeeAndRestrictByOneEvent() {
    assertThat(mooring(here(RESTRICTION_CHANGED, "2023-03-27")).getRestricted()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"ENTERED,DORMANT", "LEFT,OPEN"})
  void shouldSeeADormantAccountByOneEvent(Change change, String account) {
    assertThat(mooring(here(DORMANCY_CHANGED, "2023-03-27").change(change)).getAccount())
        .isEqualTo(account);
  }

  @ParameterizedTest
  @EnumSource(
      value = EventType.class,
      names = {"ACCOUNT_REPORTED", "ACCOUNT_ACTIVATED"})
  void shouldSeeAClosedAccountAgain(EventType type) {
    OracleRows rows =
        rows(
            here(ACCOUNT_OPENED, "2023-03-01"),
            here(RELATIONSHIP_CLOSED, "2023-04-01"),
            here(type, "2023-05-01"));

    flows(rows, 1, 1, 1);
    assertThat(rows.bank(BANK).getAccountsOpen()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(
      value = EventType.class,
      names = {"SERVICE_CHANGED", "RESTRICTION_CHANGED", "DORMANCY_CHANGED", "EXIT_NOTIFIED"})
  void shouldLeaveAClosedAccountClosed(EventType type) {
    MooringRow mooring =
        mooring(
            here(ACCOUNT_OPENED, "2023-03-01"),
            here(RELATIONSHIP_CLOSED, "2023-04-01"),
            here(type, "2023-05-01"));

    assertThat(mooring.getAccount()).isEqualTo("CLOSED");
    assertThat(mooring.getRestricted()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "ACCOUNT_OPENED,OPEN",
    "ACCOUNT_ACTIVATED,OPEN",
    "ACCOUNT_REPORTED,DORMANT",
    "SERVICE_CHANGED,DORMANT",
    "RESTRICTION_CHANGED,DORMANT",
    "EXIT_NOTIFIED,DORMANT",
    "RELATIONSHIP_CLOSED,CLOSED",
    "OUTREACH_MADE,DORMANT"
  })
  void shouldWakeADormantAccountByItsUseOnly(EventType type, String account) {
    MooringRow mooring =
        mooring(
            here(ACCOUNT_OPENED, "2023-03-01"),
            here(DORMANCY_CHANGED, "2023-04-01"),
            here(type, "2023-05-01"));

    assertThat(mooring.getAccount()).isEqualTo(account);
  }

  @Test
  void shouldWakeWithoutAnOpening() {
    OracleRows rows =
        rows(
            here(ACCOUNT_OPENED, "2023-03-01"),
            here(DORMANCY_CHANGED, "2023-04-01"),
            here(ACCOUNT_OPENED, "2023-05-01"));

    flows(rows, 1, 0, 0);
  }

  @Test
  void shouldLeaveDormancy() {
    assertThat(
            mooring(
                    here(DORMANCY_CHANGED, "2023-04-01"),
                    here(DORMANCY_CHANGED, "2023-05-01").change(Change.LEFT))
                .getAccount())
        .isEqualTo("OPEN");
  }

  @Test
  void shouldCloseByAWithdrawalOnceOnly() {
    flows(
        rows(
            here(ACCOUNT_OPENED, "2023-03-01"), withdrawal("2023-04-01"), withdrawal("2023-05-01")),
        1,
        0,
        1);
  }

  @Test
  void shouldSeeNoAccountByAWithdrawal() {
    OracleRows rows = rows(here(OUTREACH_MADE, "2023-03-01"), withdrawal("2023-04-01"));

    flows(rows, 0, 0, 0);
  }

  @Test
  void shouldLiftARestriction() {
    assertThat(
            mooring(
                    here(RESTRICTION_CHANGED, "2023-04-01"),
                    here(RESTRICTION_CHANGED, "2023-05-01").change(Change.LIFTED))
                .getRestricted())
        .isFalse();
  }

  @Test
  void shouldLoseARestrictionByAClosing() {
    MooringRow mooring =
        mooring(
            here(RESTRICTION_CHANGED, "2023-04-01"),
            withdrawal("2023-05-01"),
            here(ACCOUNT_OPENED, "2023-06-01"));

    assertThat(mooring.getAccount()).isEqualTo("OPEN");
    assertThat(mooring.getRestricted()).isFalse();
  }

  @Test
  void shouldCountRestrictedDormantAccounts() {
    BankMetrics bank =
        rows(here(RESTRICTION_CHANGED, "2023-04-01"), here(DORMANCY_CHANGED, "2023-05-01"))
            .bank(BANK);

    assertThat(bank.getAccountsRestricted()).isEqualTo(1);
    assertThat(bank.getAccountsDormant()).isEqualTo(1);
    assertThat(bank.getAccountsOpen()).isZero();
  }

  @Test
  void shouldCountUtcDaysToTheFirstOpening() {
    MooringRow mooring =
        mooring(
            here(OUTREACH_MADE, "2023-03-01T23:00:00Z"),
            here(APPLICATION_SUBMITTED, "2023-03-02"),
            here(ACCOUNT_OPENED, "2023-03-11T01:00:00Z"),
            here(RELATIONSHIP_CLOSED, "2023-04-01"),
            here(ACCOUNT_OPENED, "2023-05-01"));

    assertThat(mooring.getDaysToOpen()).isEqualTo(10);
  }

  @Test
  void shouldCountToAnOpeningAfterAFirstSight() {
    MooringRow mooring =
        mooring(
            here(OUTREACH_MADE, "2023-03-01"),
            here(ACCOUNT_REPORTED, "2023-03-05"),
            here(RELATIONSHIP_CLOSED, "2023-03-10"),
            here(ACCOUNT_OPENED, "2023-03-31"));

    assertThat(mooring.getDaysToOpen()).isEqualTo(30);
  }

  @Test
  void shouldCountZeroDaysWithinADay() {
    MooringRow mooring =
        mooring(here(OUTREACH_MADE, "2023-03-01"), here(ACCOUNT_OPENED, "2023-03-01"));

    assertThat(mooring.getDaysToOpen()).isZero();
  }

  @Test
  void shouldNotCountDaysToAFirstSight() {
    assertThat(
            mooring(here(OUTREACH_MADE, "2023-03-01"), here(ACCOUNT_REPORTED, "2023-03-05"))
                .getDaysToOpen())
        .isNull();
  }

  @Test
  void shouldNotCountDaysFromNowhere() {
    assertThat(mooring(here(ACCOUNT_OPENED, "2023-03-05")).getDaysToOpen()).isNull();
  }

  @Test
  void shouldNotCountDaysBackwards() {
    assertThat(
            mooring(here(ACCOUNT_OPENED, "2023-03-01"), here(OUTREACH_MADE, "2023-03-05"))
                .getDaysToOpen())
        .isNull();
  }

  @ParameterizedTest
  @CsvSource({"2023-03,2023-04-02", "2023-03-01,2023-04"})
  void shouldNotCountDaysOfAMonth(String contacted, String opened) {
    assertThat(
            mooring(here(OUTREACH_MADE, contacted), here(ACCOUNT_OPENED, opened)).getDaysToOpen())
        .isNull();
  }

  @Test
  void shouldJudgeThePrecisionOfTheEarliestApproachOnly() {
    MooringRow mooring =
        mooring(
            here(OUTREACH_MADE, "2023-03-01"),
            here(PITCH_DELIVERED, "2023-04"),
            here(ACCOUNT_OPENED, "2023-04-10"));

    assertThat(mooring.getDaysToOpen()).isEqualTo(40);
  }

  private static void flows(OracleRows rows, long opened, long firstSeen, long closed) {
    BankMetrics bank = rows.bank(BANK);
    assertThat(bank.getAccountsOpened()).as("opened").isEqualTo(opened);
    assertThat(bank.getAccountsFirstSeen()).as("first seen").isEqualTo(firstSeen);
    assertThat(bank.getAccountsClosed()).as("closed").isEqualTo(closed);
  }
}
