package dev.mooring.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class RestoreProgressTest {

  private static final TopicPartition FIRST = new TopicPartition("changelog", 0);
  private static final TopicPartition SECOND = new TopicPartition("changelog", 1);
  private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");

  private Instant now = START;
  private final RestoreProgress progress = new RestoreProgress(() -> now);

  @Test
  void shouldBeDoneWhileThereIsNothingToRestore() {
    // then
    assertThat(progress.now()).isEqualTo(new Restoring(0, 0, 0, START, START));
    assertThat(progress.now().isGoingOn()).isFalse();
  }

  @Test
  void shouldCountOverPartitions() {
    // given
    now = START.plusSeconds(3);
    progress.onRestoreStart(FIRST, "store", 100, 400);
    progress.onRestoreStart(SECOND, "store", 0, 50);

    // when
    now = START.plusSeconds(4);
    progress.onBatchRestored(FIRST, "store", 180, 70);
    progress.onBatchRestored(SECOND, "store", 50, 48);
    progress.onRestoreEnd(SECOND, "store", 48);

    // then
    Restoring far = progress.now();
    assertThat(far).isEqualTo(new Restoring(1, 118, 230, START.plusSeconds(3), now));
    assertThat(far.told(now))
        .isEqualTo("restoring 1 partitions of state: 118 entries read, at most 230 to go");
  }

  @Test
  void shouldTellRestoringFromStuck() {
    // given
    progress.onRestoreStart(FIRST, "store", 0, 1_000);

    // when
    now = START.plus(Duration.ofSeconds(31));

    // then
    assertThat(progress.now().told(now))
        .endsWith("at most 1,000 to go; stuck: nothing read for 31 s");
  }

  @Test
  void shouldForgetAPartitionThatIsTakenAway() {
    // given
    progress.onRestoreStart(FIRST, "store", 0, 1_000);

    // when
    progress.onRestoreSuspended(FIRST, "store", 0);

    // then
    assertThat(progress.now().isGoingOn()).isFalse();
  }
}
