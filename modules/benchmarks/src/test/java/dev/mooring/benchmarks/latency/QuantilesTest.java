package dev.mooring.benchmarks.latency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class QuantilesTest {

  @Test
  void shouldTakeTheLeastValueThatTheShareDoesNotExceed() {
    // given: 1 to 1000 ms, backwards
    long[] nanos = LongStream.rangeClosed(1, 1000).map(i -> (1001 - i) * 1_000_000).toArray();

    // when
    Quantiles quantiles = Quantiles.ofNanos(nanos);

    // then
    assertThat(quantiles).isEqualTo(new Quantiles(500, 990, 999, 1000));
    assertThat(quantiles).hasToString("500 / 990 / 999");
  }

  @Test
  void shouldHoldForOneValue() {
    assertThat(Quantiles.ofNanos(new long[] {2_000_000})).isEqualTo(new Quantiles(2, 2, 2, 2));
  }

  @Test
  void shouldRefuseNoValues() {
    assertThatThrownBy(() -> Quantiles.ofNanos(new long[0])).hasMessageContaining("values: none");
  }
}
