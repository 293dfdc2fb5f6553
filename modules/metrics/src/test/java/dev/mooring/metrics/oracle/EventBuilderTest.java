package dev.mooring.metrics.oracle;

import static dev.mooring.metrics.oracle.EventBuilder.event;
import static dev.mooring.metrics.oracle.EventBuilder.revisionOf;
import static dev.mooring.metrics.oracle.EventBuilder.sameAs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mooring.contract.event.Change;
import dev.mooring.contract.event.Event;
import dev.mooring.contract.event.EventType;
import dev.mooring.contract.event.Precision;
import dev.mooring.contract.event.Status;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EventBuilderTest {

  @ParameterizedTest
  @EnumSource(value = EventType.class, names = "UNRECOGNISED", mode = EnumSource.Mode.EXCLUDE)
  void shouldFillInWhatATypeRequires(EventType type) {
    assertThat(event().bank("za-bank").type(type).build().getType()).isEqualTo(type);
  }

  @Test
  void shouldReadPrecisionFromTheForm() {
    Event month = event().bank("za-bank").on("2023-03").build();
    Event instant = event().bank("za-bank").on("2023-03-27T09:30:00+08:00").build();

    assertThat(month.getPrecision()).isEqualTo(Precision.MONTH);
    assertThat(month.getOccurredAt()).isEqualTo(Instant.parse("2023-03-01T00:00:00Z"));
    assertThat(month.getReportedPrecision()).isEqualTo(Precision.MONTH);
    assertThat(instant.getPrecision()).isEqualTo(Precision.INSTANT);
    assertThat(instant.getOccurredAt()).isEqualTo(Instant.parse("2023-03-27T01:30:00Z"));
  }

  @Test
  void shouldGiveDifferentEventsDifferentIds() {
    Event first = event().bank("za-bank").on("2023-03-27").build();
    Event again = event().bank("za-bank").on("2023-03-27").build();
    Event other = event().bank("za-bank").on("2023-03-28").build();

    assertThat(again).isEqualTo(first);
    assertThat(other.getId()).isNotEqualTo(first.getId());
  }

  @Test
  void shouldReviseAnEvent() {
    Event first = event().pair("za-bank", "osl").on("2023-03-27").build();

    Event second = revisionOf(first).retracted().build();

    assertThat(second.getId()).isEqualTo(first.getId());
    assertThat(second.getRevision()).isEqualTo(2);
    assertThat(second.getStatus()).isEqualTo(Status.RETRACTED);
    assertThat(sameAs(first).build()).isEqualTo(first);
  }

  @Test
  void shouldForgetFieldsOfAnotherType() {
    Event dormant = event().bank("za-bank").type(EventType.DORMANCY_CHANGED).build();

    assertThat(revisionOf(dormant).type(EventType.ACCOUNT_OPENED).build().getChange()).isNull();
    assertThat(dormant.getChange()).isEqualTo(Change.ENTERED);
  }

  @Test
  void shouldRefuseWhatNoPublisherCouldSend() {
    assertThatThrownBy(() -> event().build()).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> event().pair("a", "b").type(EventType.BANK_WITHDREW).build())
        .hasMessageContaining("firm");
    assertThatThrownBy(
            () -> event().bank("a").type(EventType.SERVICE_CHANGED).change(Change.LIFTED).build())
        .hasMessageContaining("change");
  }

  @Test
  void shouldMakeAnInvalidEventWhenToldTo() {
    assertThat(event().bank("Not A Slug").buildUnchecked().getBank()).isEqualTo("Not A Slug");
  }
}
