package dev.mooring.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HandoverTest {

  private static final int MANY = 123_456;

  private final List<Integer> taken = new ArrayList<>();
  private final Set<Thread> threads = new HashSet<>();

  @Test
  void shouldTakeEverythingInItsOrderOnAnotherThread() {
    try (Handover<Integer> handover = new Handover<>(this::take)) {
      IntStream.range(0, MANY).forEach(handover::give);
      handover.finish();
    }

    assertThat(taken).hasSize(MANY).isSorted();
    assertThat(threads).hasSize(1).doesNotContain(Thread.currentThread());
  }

  @Test
  void shouldStartNoThreadForAFew() {
    try (Handover<Integer> handover = new Handover<>(this::take)) {
      IntStream.range(0, 100).forEach(handover::give);
      handover.finish();
    }

    assertThat(taken).hasSize(100).isSorted();
    assertThat(threads).containsExactly(Thread.currentThread());
  }

  @Test
  void shouldTellWhatWentWrongAndTakeNothingBehindIt() {
    IllegalStateException wrong = new IllegalStateException("no row");

    try (Handover<Integer> handover =
        new Handover<>(
            number -> {
              if (number == 6_000) {
                throw wrong;
              }
              taken.add(number);
            })) {
      assertThatThrownBy(
              () -> {
                IntStream.range(0, MANY).forEach(handover::give);
                handover.finish();
              })
          .isSameAs(wrong);
    }

    assertThat(taken).hasSize(6_000);
  }

  private void take(int number) {
    taken.add(number);
    threads.add(Thread.currentThread());
  }
}
