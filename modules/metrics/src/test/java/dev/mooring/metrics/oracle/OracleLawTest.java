package dev.mooring.metrics.oracle;

import static dev.mooring.contract.event.EventType.ACCOUNT_OPENED;
import static dev.mooring.contract.event.EventType.ACCOUNT_REPORTED;
import static dev.mooring.contract.event.EventType.BANK_STANCE_CHANGED;
import static dev.mooring.contract.event.EventType.OUTREACH_MADE;
import static dev.mooring.contract.event.EventType.RELATIONSHIP_CLOSED;
import static dev.mooring.metrics.oracle.EventBuilder.event;
import static dev.mooring.metrics.oracle.EventBuilder.revisionOf;
import static dev.mooring.metrics.oracle.EventBuilder.sameAs;
import static dev.mooring.metrics.oracle.Told.BANK;
import static dev.mooring.metrics.oracle.Told.here;
import static dev.mooring.metrics.oracle.Told.mooring;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.contract.Topics;
import dev.mooring.contract.event.Event;
import dev.mooring.contract.event.Position;
import dev.mooring.contract.event.Stance;
import dev.mooring.contract.row.LedgerRow;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Section 3: what stands, and in which order it is told. */
class OracleLawTest {

  private final Event opened = here(ACCOUNT_OPENED, "2023-03-27").id(1).build();

  @Test
  void shouldLetTheHighestRevisionStand() {
    Event amended = revisionOf(opened).city("macau").build();

    OracleRows rows = Oracle.rows(List.of(amended, opened));

    assertThat(rows.of(Topics.MOORINGS)).containsOnlyKeys("za-bank/osl/macau");
    assertThat(rows.bank(BANK).getEvents()).isEqualTo(1);
  }

  @Test
  void shouldForgetARetractedEvent() {
    OracleRows rows = Oracle.rows(List.of(opened, revisionOf(opened).retracted().build()));

    for (var topic : Topics.OUTPUTS.subList(0, 8)) {
      assertThat(rows.of(topic)).isEmpty();
    }
  }

  @Test
  void shouldLetAnEventStandAgain() {
    Event retracted = revisionOf(opened).retracted().build();

    OracleRows rows =
        Oracle.rows(List.of(opened, retracted, revisionOf(retracted).confirmed().build()));

    assertThat(rows.bank(BANK).getAccountsOpen()).isEqualTo(1);
    assertThat(rows.bank(BANK).getEventsConfirmed()).isEqualTo(1);
  }

  @Test
  void shouldCountADisputedEventApart() {
    OracleRows rows = Oracle.rows(List.of(opened, revisionOf(opened).disputed().build()));

    assertThat(rows.bank(BANK).getEventsDisputed()).isEqualTo(1);
    assertThat(rows.bank(BANK).getEvents()).isZero();
    assertThat(rows.bank(BANK).getFirstDay()).isNull();
    assertThat(rows.city("hong-kong").getEventsDisputed()).isEqualTo(1);
    assertThat(rows.of(Topics.MOORINGS)).isEmpty();
    assertThat(rows.of(Topics.BANK_DAILY)).isEmpty();
  }

  @Test
  void shouldCountRepeatsOnce() {
    assertThat(Oracle.rows(List.of(opened, opened)).bank(BANK).getEvents()).isEqualTo(1);
  }

  @Test
  void shouldTakeTheSameIdUnderAnotherKeyForAnotherEvent() {
    Event other = sameAs(opened).bank("hang-seng-bank").build();

    assertThat(Oracle.rows(List.of(opened, other)).city("hong-kong").getEvents()).isEqualTo(2);
  }

  @Test
  void shouldPreferTheLaterReportOfOneRevision() {
    Event later = sameAs(opened).city("aarau").reported("2023-04-01").build();

    assertThat(Oracle.rows(List.of(later, opened)).city("aarau")).isNotNull();
    assertThat(Oracle.rows(List.of(opened, later)).city("aarau")).isNotNull();
  }

  @Test
  void shouldPreferTheGreaterContentOfOneReport() {
    Event greater = sameAs(opened).city("zug").build();

    assertThat(Oracle.rows(List.of(greater, opened)).of(Topics.CITY_METRICS))
        .containsOnlyKeys("zug");
    assertThat(Oracle.rows(List.of(opened, greater)).of(Topics.CITY_METRICS))
        .containsOnlyKeys("zug");
  }

  @Test
  void shouldCompareFieldsInTheOrderOfTheSchema() {
    // Status comes before city, and CONFIRMED before REPORTED.
    Event confirmed = sameAs(opened).city("zug").confirmed().note("z").build();

    assertThat(Oracle.rows(List.of(opened, confirmed)).of(Topics.CITY_METRICS))
        .containsOnlyKeys("hong-kong");
  }

  @Test
  void shouldTellTheEarlierInARelationshipsLifeFirst() {
    assertThat(
            mooring(
                    here(RELATIONSHIP_CLOSED, "2023-03-27").id(1),
                    here(ACCOUNT_OPENED, "2023-03-27").id(2),
                    here(OUTREACH_MADE, "2023-03-27").id(3))
                .getAccount())
        .isEqualTo("CLOSED");
  }

  @Test
  void shouldTellADayBeforeAnInstantOfTheDay() {
    assertThat(
            mooring(
                    here(ACCOUNT_OPENED, "2023-03-27T09:30:00Z"),
                    here(RELATIONSHIP_CLOSED, "2023-03-27"))
                .getAccount())
        .isEqualTo("OPEN");
  }

  @Test
  void shouldBreakTiesById() {
    EventBuilder earlier = event().bank(BANK).type(BANK_STANCE_CHANGED).on("2023-01-01").id(7);
    EventBuilder later = event().bank(BANK).type(BANK_STANCE_CHANGED).on("2023-01-01").id(8);
    earlier.stance(Stance.PILOT, Position.CLOSED);
    later.stance(Stance.PILOT, Position.LAUNCHED);

    OracleRows rows = Told.rows(later, earlier);

    assertThat(rows.stance(BANK, "PILOT", null, null).getPosition()).isEqualTo("LAUNCHED");
  }

  @Test
  void shouldAccountForEveryRecordInTheLedger() {
    Event disputed = here(ACCOUNT_REPORTED, "2023-01-01").disputed().build();
    Event retracted = here(ACCOUNT_REPORTED, "2023-01-02").retracted().build();
    Event second = revisionOf(opened).note("second").build();
    Event rival = sameAs(second).note("rival").build();

    LedgerRow row =
        Oracle.ledger(3, List.of(opened, second, rival, opened, disputed, retracted), 5);

    assertThat(row)
        .isEqualTo(
            LedgerRow.newBuilder()
                .setPartition(3)
                .setRead(11)
                .setStanding(1)
                .setDisputed(1)
                .setRetracted(1)
                .setSuperseded(2)
                .setDuplicate(1)
                .setRejected(5)
                .build());
  }
}
