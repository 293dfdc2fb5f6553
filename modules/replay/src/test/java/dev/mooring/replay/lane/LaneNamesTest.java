package dev.mooring.replay.lane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mooring.contract.Lane;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Which topics, subjects and transactions are a lane's, by their names. */
class LaneNamesTest {

  private static final List<String> THERE =
      List.of(
          "mooring.bank-metrics.v1",
          "mooring.shadow-1.bank-metrics.v1",
          "mooring.shadow-1.of-another-build.v1",
          "mooring.shadow-10.bank-metrics.v1",
          "mooring-differences-repartition",
          "mooring-dossiers-changelog",
          "mooring-other-changelog",
          "mooring-shadow-1-differences-repartition",
          "mooring-shadow-1-other-changelog",
          "mooring-shadow-1-notes",
          "mooring-shadow-10-dossiers-changelog");

  @Test
  void shouldTakeTheInternalTopicsOfAShadowWhateverItsBuildCallsThem() {
    assertThat(LaneTopics.internal(THERE, "mooring-shadow-1"))
        .containsExactly(
            "mooring-shadow-1-differences-repartition", "mooring-shadow-1-other-changelog");
  }

  @Test
  void shouldTakeOnlyKnownInternalTopicsOfAnyOtherApplication() {
    assertThat(LaneTopics.internal(THERE, "mooring"))
        .containsExactly("mooring-differences-repartition", "mooring-dossiers-changelog");
  }

  @Test
  void shouldNeverTakeTopicsOfTheLiveLane() {
    assertThat(LaneTopics.outputs(THERE, Lane.shadow(1)))
        .containsExactly(
            "mooring.shadow-1.bank-metrics.v1", "mooring.shadow-1.of-another-build.v1");
    assertThatThrownBy(() -> LaneTopics.outputs(THERE, Lane.LIVE))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> LaneTopics.subjects(THERE, Lane.LIVE))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void shouldTellTransactionsOfTheLiveLaneFromThoseOfAShadow() {
    Predicate<String> live = LaneTransactions.ids("mooring");

    assertThat(live).accepts("mooring-0b8a1b0e-94b6-4e0a-9a0a-0c7b3f6f7d11-1");
    assertThat(live)
        .rejects("mooring-shadow-1-0b8a1b0e-94b6-4e0a-9a0a-0c7b3f6f7d11-1", "mooring-promote");
  }
}
