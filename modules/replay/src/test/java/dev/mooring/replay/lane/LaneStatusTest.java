package dev.mooring.replay.lane;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class LaneStatusTest {

  @Test
  void shouldTellHowFarALaneIsAndHowLongItTakes() {
    LaneStatus status = status(1_000, 250, 5, OptionalDouble.of(50));

    assertThat(status.percent()).isEqualTo(25.0);
    assertThat(status.lag()).isEqualTo(755);
    assertThat(status.timeLeft()).contains(Duration.ofSeconds(15));
    assertThat(status.caughtUp()).isFalse();
  }

  @Test
  void shouldHaveCaughtUpWhenItIsBehindNoMoreThanItReadsInTwoSeconds() {
    assertThat(status(1_000, 900, 0, OptionalDouble.of(50)).caughtUp()).isTrue();
    assertThat(status(1_000, 899, 0, OptionalDouble.of(50)).caughtUp()).isFalse();
    assertThat(status(1_000, 1_000, 101, OptionalDouble.of(50)).caughtUp()).isFalse();
    assertThat(status(1_000, 1_000, 0, OptionalDouble.of(0)).caughtUp()).isTrue();
  }

  @Test
  void shouldNotTakeTheMarkOfATransactionForARecord() {
    OptionalDouble stands = OptionalDouble.of(0);

    assertThat(new LaneStatus("live", "RUNNING", "a", 1, 9, 9, 0, 1, 1, stands).caughtUp())
        .isTrue();
    assertThat(new LaneStatus("live", "RUNNING", "a", 1, 9, 9, 0, 2, 1, stands).caughtUp())
        .isFalse();
  }

  @Test
  void shouldNotGuessTheTimeLeftOfALaneThatStands() {
    assertThat(status(1_000, 999, 0, OptionalDouble.of(0)).timeLeft()).isEmpty();
    assertThat(status(1_000, 999, 0, OptionalDouble.empty()).timeLeft()).isEmpty();
    assertThat(status(1_000, 999, 0, OptionalDouble.of(0)).caughtUp()).isFalse();
  }

  @Test
  void shouldHaveReadAllOfNothing() {
    assertThat(status(0, 0, 0, OptionalDouble.of(0)).percent()).isEqualTo(100.0);
    assertThat(status(0, 0, 0, OptionalDouble.of(0)).timeLeft()).contains(Duration.ZERO);
  }

  private static LaneStatus status(long events, long read, long left, OptionalDouble speed) {
    return new LaneStatus("shadow-1", "RUNNING", "a", 1, events, read, left, 0, 0, speed);
  }
}
