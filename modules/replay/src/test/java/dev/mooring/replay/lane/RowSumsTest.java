package dev.mooring.replay.lane;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class RowSumsTest {

  @Test
  void shouldKeepTheLastSumsOfManyKeys() {
    // given
    RowSums sums = new RowSums();
    Random keys = new Random(3);

    // when
    for (int i = 1; i <= 100_000; i++) {
      long key = keys.nextLong();
      sums.put(Side.LEFT, key, 7);
      sums.put(Side.LEFT, key, i);
      sums.put(Side.RIGHT, key, i % 10 == 0 ? i + 1 : i);
    }

    // then
    assertThat(sums.rows()).isEqualTo(100_000);
    RowSums differing = sums.differing();
    assertThat(differing.rows()).isEqualTo(10_000);
    Random again = new Random(3);
    for (int i = 1; i <= 100_000; i++) {
      long key = again.nextLong();
      assertThat(sums.get(Side.LEFT, key)).isEqualTo(i);
      assertThat(differing.contains(key)).isEqualTo(i % 10 == 0);
    }
  }

  @Test
  void shouldTakeARowThatIsGoneInBothLanesForNone() {
    RowSums sums = new RowSums();
    sums.put(Side.LEFT, 0, 5);
    sums.put(Side.LEFT, 0, RowSums.NONE);

    assertThat(sums.rows()).isZero();
    assertThat(sums.differing().rows()).isZero();
    assertThat(sums.get(Side.RIGHT, 0)).isEqualTo(RowSums.NONE);
  }
}
