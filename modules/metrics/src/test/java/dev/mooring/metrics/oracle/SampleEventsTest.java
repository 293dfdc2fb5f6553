package dev.mooring.metrics.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.contract.Topics;
import dev.mooring.contract.row.BankMetrics;
import dev.mooring.contract.row.CityMetrics;
import dev.mooring.contract.row.LedgerRow;
import dev.mooring.contract.row.MooringRow;
import dev.mooring.contract.row.StanceRow;
import dev.mooring.metrics.oracle.OracleRows.Rank;
import java.io.IOException;
import java.time.LocalDate;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rows of the sample history, worked out by hand from its events. */
class SampleEventsTest {

  private OracleRows rows;

  @BeforeEach
  void fold() throws IOException {
    rows = Oracle.rows(SampleEvents.all());
  }

  @Test
  void shouldTellTheBankThatOpenedToCryptoFirms() {
    // 4 stances, 2 services for two firms, 2 proposals (one to nobody named), 1 account reported.
    BankMetrics za = rows.bank("za-bank");

    assertThat(za.getEvents()).isEqualTo(9);
    assertThat(za.getEventsBankStanceChanged()).isEqualTo(4);
    assertThat(za.getEventsServiceChanged()).isEqualTo(2);
    assertThat(za.getEventsProposalIssued()).isEqualTo(2);
    assertThat(za.getEventsAccountReported()).isEqualTo(1);
    assertThat(za.getEventsConfirmed()).isEqualTo(6);
    assertThat(za.getUnattributed()).isEqualTo(1);
    assertThat(za.getMoorings()).isEqualTo(3);
    assertThat(za.getAccountsFirstSeen()).isEqualTo(3);
    assertThat(za.getAccountsOpen()).isEqualTo(3);
    assertThat(za.getFunnelContacted()).isZero();
    assertThat(za.getCities()).isEqualTo(1);
    assertThat(za.getFirstDay()).isEqualTo("2023-03-01");
    assertThat(za.getLastDay()).isEqualTo("2024-11-25");
  }

  @Test
  void shouldTellTheHubAsTheContractShowsIt() {
    CityMetrics hongKong = rows.city("hong-kong");

    assertThat(hongKong.getEvents()).isEqualTo(26);
    assertThat(hongKong.getEventsOutreachMade()).isEqualTo(3);
    assertThat(hongKong.getAccountsOpen()).isEqualTo(4);
    assertThat(hongKong.getAccountsFirstSeen()).isEqualTo(4);
    assertThat(hongKong.getFirmsBanked()).isEqualTo(3);
    assertThat(hongKong.getBanks()).isEqualTo(2);
    assertThat(hongKong.getSignalsSupportive()).isEqualTo(6);
    assertThat(hongKong.getHhi()).isEqualTo(6250);
    assertThat(hongKong.getFirstDay()).isEqualTo("2023-03-01");
    assertThat(hongKong.getLastDay()).isEqualTo("2024-11-25");
    assertThat(rows.ranking().getFirst())
        .isEqualTo(new Rank(1, "hong-kong", 4, 3, OptionalDouble.of(0.4)));
  }

  @Test
  void shouldTellTheMooringAsTheContractShowsIt() {
    LocalDate day = LocalDate.of(2023, 4, 11);

    assertThat(rows.mooring("za-bank", "osl", "hong-kong"))
        .isEqualTo(
            new MooringRow(
                "za-bank", "osl", "hong-kong", "OPENED", false, "OPEN", false, null, 1L, day, day));
  }

  @Test
  void shouldTellTheBankThatWoundDown() {
    // Nine firms, all first seen; two had left six days before the end, which closed the others.
    BankMetrics silvergate = rows.bank("silvergate");

    assertThat(silvergate.getEvents()).isEqualTo(12);
    assertThat(silvergate.getEventsConfirmed()).isEqualTo(10);
    assertThat(silvergate.getUnattributed()).isEqualTo(2);
    assertThat(silvergate.getMoorings()).isEqualTo(9);
    assertThat(silvergate.getAccountsFirstSeen()).isEqualTo(9);
    assertThat(silvergate.getAccountsClosed()).isEqualTo(9);
    assertThat(silvergate.getAccountsOpen()).isZero();
    assertThat(silvergate.getAccountsRestricted()).isZero();
    assertThat(silvergate.getFirstDay()).isEqualTo("2023-01-01");
    assertThat(silvergate.getLastDay()).isEqualTo("2023-03-08");
    assertThat(rows.reason("bank/silvergate/CLOSURE/COUNTERPARTY_RISK")).isEqualTo(2);
    assertThat(rows.reason("bank/silvergate/CLOSURE/BANK_WIND_DOWN")).isEqualTo(7);
  }

  @Test
  void shouldTellTheDayOnWhichItsCityLostTheAccounts() {
    assertThat(rows.bankOn("silvergate", "2023-03-02").getAccountsFirstSeen()).isEqualTo(8);
    assertThat(rows.bankOn("silvergate", "2023-03-02").getAccountsClosed()).isEqualTo(2);
    assertThat(rows.bankOn("silvergate", "2023-03-08").getEvents()).isEqualTo(1);
    assertThat(rows.cityOn("la-jolla", "2023-03-08").getEvents()).isZero();
    assertThat(rows.cityOn("la-jolla", "2023-03-08").getAccountsClosed()).isEqualTo(7);
    assertThat(rows.city("la-jolla").getEvents()).isEqualTo(11);
  }

  @Test
  void shouldTellWhatIsDisputedOnly() {
    assertThat(rows.bank("jpmorgan").getEventsDisputed()).isEqualTo(1);
    assertThat(rows.of(Topics.MOORINGS)).doesNotContainKey("jpmorgan/gemini/new-york");
  }

  @Test
  void shouldTellWhereBanksStand() {
    assertThat(rows.stance("za-bank", "PILOT", "hong-kong", null))
        .isEqualTo(
            new StanceRow(
                "za-bank", "PILOT", "hong-kong", null, "COMPLETED", LocalDate.of(2023, 4, 12)));
    assertThat(rows.stance(null, "TOKEN_INITIATIVE", "hong-kong", null).getPosition())
        .isEqualTo("EXPLORING");
  }

  @Test
  void shouldTellACountryByItsCitiesToo() {
    assertThat(rows.country("HK").getEvents()).isEqualTo(26);
    assertThat(rows.country("HK").getSignalsSupportive()).isEqualTo(6);
  }

  @Test
  void shouldCountWhatBothFilesTellOnce() throws IOException {
    // 112 + 10 records, four of them twice; one event has two revisions.
    LedgerRow ledger = Oracle.ledger(0, SampleEvents.all(), 0);

    assertThat(ledger)
        .isEqualTo(
            LedgerRow.newBuilder()
                .setRead(122)
                .setStanding(116)
                .setDisputed(1)
                .setSuperseded(1)
                .setDuplicate(4)
                .build());
  }
}
