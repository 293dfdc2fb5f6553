package dev.mooring.cli.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InOrderTest {

  @Test
  void shouldGiveResultsInTheOrderOfTheParts() {
    List<Integer> squares = new ArrayList<>();

    InOrder.map(IntStream.range(0, 1_000).iterator(), part -> part * part, squares::add);

    assertThat(squares).hasSize(1_000).isSorted();
  }

  @Test
  void shouldWorkOnASinglePartItself() {
    List<Thread> threads = new ArrayList<>();

    InOrder.map(List.of(1).iterator(), part -> Thread.currentThread(), threads::add);

    assertThat(threads).containsExactly(Thread.currentThread());
  }

  @Test
  void shouldTellWhatWentWrong() {
    IllegalStateException wrong = new IllegalStateException("no row");

    assertThatThrownBy(
            () ->
                InOrder.map(
                    IntStream.range(0, 10).iterator(),
                    part -> {
                      throw wrong;
                    },
                    part -> {}))
        .isSameAs(wrong);
  }
}
