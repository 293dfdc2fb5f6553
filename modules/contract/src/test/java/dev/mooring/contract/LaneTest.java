package dev.mooring.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LaneTest {

  @Test
  void shouldLeaveTheTopicsOfTheCatalogueToTheLiveLane() {
    assertThat(Lane.LIVE.topic(Topics.BANK_METRICS)).isEqualTo(Topics.BANK_METRICS);
    assertThat(Lane.LIVE.applicationId("mooring")).isEqualTo("mooring");
  }

  @Test
  void shouldGiveAShadowTopicsOfItsOwnThatAreElseTheSame() {
    TopicSpec own = Lane.shadow(2).topic(Topics.REASONS);

    assertThat(own.name()).isEqualTo("mooring.shadow-2.reasons.v1");
    assertThat(own.config()).isEqualTo(Topics.REASONS.config());
    assertThat(own.placedByPart()).isEqualTo(Topics.REASONS.placedByPart());
    assertThat(Lane.shadow(2).applicationId("mooring")).isEqualTo("mooring-shadow-2");
  }

  @Test
  void shouldNameAllThatALaneWrites() {
    assertThat(Lane.shadow(1).outputs())
        .hasSize(Topics.OUTPUTS.size() + 1)
        .allMatch(topic -> topic.name().startsWith("mooring.shadow-1."));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Live", "shadow", "shadow-", "shadow-0", "shadow-01", "shadow-1.x"})
  void shouldRefuseWhatIsNoNameOfALane(String name) {
    assertThatThrownBy(() -> new Lane(name)).hasMessageContaining("should be live, or shadow-");
  }
}
