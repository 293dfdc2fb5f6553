package dev.mooring.benchmarks.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Collection;
import java.util.Collections;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class HistorySharesTest {

  private static final int EVENTS = 200_000;
  private static final Offset<Double> NEAR = within(0.004);
  private static final Shares SHARES = Shares.USUAL;
  private static final Census USUAL = Census.of(new HistoryGenerator(HistoryConfig.of(11, EVENTS)));

  @Test
  void shouldHaveAboutNineEventsARelationship() {
    assertThat((double) EVENTS / USUAL.pairs.size()).isBetween(8.4, 9.6);
  }

  @Test
  void shouldHaveBodiesOfAboutTheUsualSize() {
    assertThat((double) USUAL.bytes / EVENTS).isBetween(135.0, 150.0);
  }

  @Test
  void shouldReviseTheShareThatIsConfigured() {
    assertThat(of(USUAL.retracted)).isCloseTo(SHARES.retracted(), NEAR);
    assertThat(of(USUAL.disputed)).isCloseTo(SHARES.disputed(), NEAR);
    assertThat(of(USUAL.amended)).isCloseTo(SHARES.amended(), NEAR);
    assertThat(of(USUAL.conflicts)).isCloseTo(SHARES.conflicting(), NEAR);
    assertThat(of(USUAL.duplicates)).isCloseTo(SHARES.duplicated(), NEAR);
  }

  @Test
  void shouldPublishTheShareThatIsConfiguredLateOrAhead() {
    assertThat(of(USUAL.late)).isCloseTo(SHARES.late(), within(0.008));
    assertThat(USUAL.announced).isPositive();
    assertThat(USUAL.outOfOrder).isPositive();
  }

  @Test
  void shouldLeaveOutTheCityAndTheRelationshipAsConfigured() {
    assertThat(of(USUAL.cityless)).isCloseTo(SHARES.cityless(), NEAR);
    assertThat(of(USUAL.outside)).isCloseTo(SHARES.bystanding(), NEAR);
  }

  @Test
  void shouldFavourFewBanksAndCities() {
    // then: of 200 banks by Zipf's law the first has 17 %, of 49 cities the first at least 22 %
    assertThat(shareOfFirst(USUAL.banks.values())).isBetween(0.15, 0.19);
    assertThat(USUAL.banks).hasSize(200);
    assertThat(shareOfFirst(USUAL.cities.values())).isGreaterThan(0.15);
    assertThat(USUAL.cities).hasSize(49 + 1);
  }

  @Test
  void shouldBeginRelationshipsInBursts() {
    // given
    Census steady = plain();

    // then: the busiest hours stand out only where there are bursts
    assertThat(Collections.max(steady.startsByHour.values())).isLessThan(10);
    assertThat(Collections.max(USUAL.startsByHour.values())).isGreaterThan(10);
  }

  @Test
  void shouldHaveNothingOddWhenEveryShareIsNought() {
    // given
    Census plain = plain();

    // then
    assertThat(plain.facts()).isEqualTo(plain.events);
    assertThat(plain.late).isZero();
    assertThat(plain.announced).isZero();
    assertThat(plain.cityless).isZero();
    assertThat(plain.outside).isEqualTo(12);
  }

  @Test
  void shouldRefuseAShareThatIsNone() {
    assertThatThrownBy(() -> new Shares(1.5, 0, 0, 0, 0, 0, 0, 0, 0, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("late: 1.5, should be between 0 and 1");
  }

  private static Census plain() {
    return Census.of(new HistoryGenerator(HistoryConfig.of(12, 20_000).withShares(Shares.PLAIN)));
  }

  private static double of(int count) {
    return (double) count / USUAL.facts();
  }

  private static double shareOfFirst(Collection<Integer> counts) {
    int sum = counts.stream().mapToInt(Integer::intValue).sum();
    return (double) Collections.max(counts) / sum;
  }
}
