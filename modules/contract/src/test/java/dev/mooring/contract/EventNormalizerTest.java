package dev.mooring.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.contract.event.Event;
import dev.mooring.contract.event.EventType;
import dev.mooring.contract.event.Precision;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EventNormalizerTest {

  private final EventNormalizer normalizer =
      new EventNormalizer(id -> Optional.ofNullable(Map.of("hong-kong", "HK").get(id)));

  @Test
  void shouldGiveOneFactOneForm() {
    Event event =
        Samples.of(EventType.ACCOUNT_OPENED)
            .setId("C76111A6-1492-5D4C-ABD0-877B687592FF")
            .setOccurredAt(Instant.parse("2023-03-27T09:30:00.123456Z"))
            .setPrecision(Precision.INSTANT)
            .build();

    Event normal = normalizer.normalize(event);

    assertThat(normal.getId()).isEqualTo("c76111a6-1492-5d4c-abd0-877b687592ff");
    assertThat(normal.getOccurredAt()).isEqualTo("2023-03-27T09:30:00.123Z");
    assertThat(normal.getCountry()).isEqualTo("HK");
    assertThat(EventValidator.problems(normal)).isEmpty();
    assertThat(normalizer.normalize(normal)).isEqualTo(normal);
    assertThat(event.getCountry()).isNull();
  }

  @Test
  void shouldKeepACountryThatIsThere() {
    Event event = Samples.of(EventType.ACCOUNT_OPENED).setCountry("CN").build();

    assertThat(normalizer.normalize(event).getCountry()).isEqualTo("CN");
  }

  @Test
  void shouldLeaveTheCountryOfAnUnknownCityOpen() {
    Event event = Samples.of(EventType.ACCOUNT_OPENED).setCity("atlantis").build();

    assertThat(normalizer.normalize(event).getCountry()).isNull();
  }

  @Test
  void shouldTakeOccurredAtForAMissingReportedAt() {
    Event event = Samples.opened();
    event.put(Event.getClassSchema().getField("reportedAt").pos(), null);
    event.put(Event.getClassSchema().getField("reportedPrecision").pos(), Precision.INSTANT);

    Event normal = normalizer.normalize(event);

    assertThat(normal).isEqualTo(withCountry());
  }

  private static Event withCountry() {
    return Samples.of(EventType.ACCOUNT_OPENED).setCountry("HK").build();
  }
}
