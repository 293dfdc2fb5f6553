package dev.mooring.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.contract.event.EventType;
import dev.mooring.contract.event.Outcome;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class EventRulesTest {

  @Test
  void shouldHaveARowForEveryTypeButTheUnrecognised() {
    assertThat(EventType.values())
        .allMatch(type -> EventRules.of(type).isPresent() == (type != EventType.UNRECOGNISED));
  }

  @Test
  void shouldCountTheFirstFifteenAsMooringEvents() {
    List<EventType> types = Arrays.asList(EventType.values());

    assertThat(types.stream().filter(EventRules::isMooringEvent)).isEqualTo(types.subList(1, 16));
  }

  @ParameterizedTest
  @CsvSource({
    "channel, 'OUTREACH_MADE INQUIRY_RECEIVED PITCH_DELIVERED PROPOSAL_ISSUED'",
    "diligence, DUE_DILIGENCE_UPDATED",
    "outcome, APPLICATION_DECIDED",
    "change, 'SERVICE_CHANGED RESTRICTION_CHANGED DORMANCY_CHANGED CUSTOMER_PAYMENTS_CHANGED'",
    "reason, 'APPLICATION_DECIDED RESTRICTION_CHANGED EXIT_NOTIFIED RELATIONSHIP_CLOSED"
        + " BANK_WITHDREW'",
    "noticeDays, EXIT_NOTIFIED",
    "stance, BANK_STANCE_CHANGED",
    "position, BANK_STANCE_CHANGED",
    "signal, SUPERVISORY_SIGNAL",
    "tone, SUPERVISORY_SIGNAL"
  })
  void shouldGiveAFieldToTheTypesOfTheContract(String field, String types) {
    assertThat(EventRules.typesWith(field))
        .extracting(EventType::name)
        .containsExactly(types.split(" "));
  }

  @ParameterizedTest
  @EnumSource(value = EventType.class, mode = EnumSource.Mode.EXCLUDE, names = "UNRECOGNISED")
  void shouldNeverRefuseWhatItRequires(EventType type) {
    EventRules rules = EventRules.of(type).orElseThrow();

    assertThat(rules.refused()).noneMatch(rules.required()::contains);
    assertThat(rules.changes().isEmpty()).isEqualTo(rules.refused().contains("change"));
  }

  @ParameterizedTest
  @CsvSource({
    "OUTREACH_MADE, , CONTACTED",
    "APPLICATION_SUBMITTED, , APPLIED",
    "APPLICATION_DECIDED, APPROVED, APPROVED",
    "APPLICATION_DECIDED, CONDITIONAL, APPROVED",
    "APPLICATION_DECIDED, DECLINED, APPLIED",
    "APPLICATION_DECIDED, , APPLIED",
    "ACCOUNT_REPORTED, , OPENED",
    "ACCOUNT_ACTIVATED, , ACTIVATED",
    "BANK_WITHDREW, , ",
    "UNRECOGNISED, , "
  })
  void shouldSayWhatAnEventReaches(EventType type, Outcome outcome, Stage stage) {
    assertThat(EventRules.stageReached(type, outcome)).isEqualTo(stage);
  }
}
