package dev.mooring.topology.lane;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ClockWatchTest {

  private Instant wall = Instant.parse("2026-01-01T00:00:00Z");
  private long nanos = Long.MAX_VALUE - 1_000_000_000L; // it overflows on the way
  private final ClockWatch watch = new ClockWatch(() -> wall, () -> nanos);

  @Test
  void shouldTellByHowMuchTheClockWasSetBack() {
    pass(Duration.ofSeconds(3));
    wall = wall.minus(Duration.ofDays(1));

    assertThat(watch.setBack()).contains(Duration.ofDays(1));
  }

  @Test
  void shouldTellItOnce() {
    wall = wall.minus(Duration.ofDays(1));
    assertThat(watch.setBack()).isPresent();

    pass(Duration.ofSeconds(1));

    assertThat(watch.setBack()).isEmpty();
  }

  @Test
  void shouldBearSmallSteps() {
    pass(Duration.ofHours(1));
    wall = wall.minus(Duration.ofSeconds(5));

    assertThat(watch.setBack()).isEmpty();
  }

  /** Whatever waits is over then. */
  @Test
  void shouldBearAClockThatIsSetForwards() {
    wall = wall.plus(Duration.ofDays(1));

    assertThat(watch.setBack()).isEmpty();
  }

  /** As the process sees it when the machine slept. */
  @Test
  void shouldBearThatNothingRan() {
    pass(Duration.ofDays(2));

    assertThat(watch.setBack()).isEmpty();
  }

  private void pass(Duration time) {
    wall = wall.plus(time);
    nanos += time.toNanos();
  }
}
