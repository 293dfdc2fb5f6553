package dev.mooring.topology.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class EarlyCommitTest {

  private static final long NOW = 1_700_000_000_000L;
  private static final long QUIET = EarlyCommit.QUIET.toMillis();
  private static final long INTERVAL = 100;

  private final EarlyCommit early = new EarlyCommit(Duration.ofMillis(INTERVAL));

  @Test
  void shouldBeDueOnceNoMoreDifferencesCome() {
    early.taken();

    assertThat(early.isDue(NOW, true)).isFalse();
    early.taken();
    assertThat(early.isDue(NOW + QUIET, true)).isFalse();
    assertThat(early.isDue(NOW + 2 * QUIET, true)).isTrue();
  }

  @Test
  void shouldNotBeDueForATaskThatHasNothingToCommit() {
    early.taken();

    assertThat(early.isDue(NOW, false)).isFalse();
    assertThat(early.isDue(NOW + QUIET, false)).isFalse();
    assertThat(early.isDue(NOW + QUIET, true)).isTrue();
  }

  @Test
  void shouldBeDueOnceAnInterval() {
    early.taken();
    assertThat(early.isDue(NOW, true)).isFalse();
    assertThat(early.isDue(NOW + QUIET, true)).isTrue();

    early.taken();
    long due = NOW + QUIET + INTERVAL;

    assertThat(early.isDue(NOW + 2 * QUIET, true)).isFalse();
    assertThat(early.isDue(due - 1, true)).isFalse();
    assertThat(early.isDue(due, true)).isTrue();
  }
}
