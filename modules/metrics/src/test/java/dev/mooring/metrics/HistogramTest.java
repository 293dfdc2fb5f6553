package dev.mooring.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class HistogramTest {

  @Property
  void shouldCountAsAMapDoes(
      @ForAll @Size(max = 60) List<@IntRange(min = -4, max = 12) Integer> values,
      @ForAll @Size(min = 60, max = 60) List<@IntRange(min = -2, max = 2) Integer> counts) {
    // given
    TreeMap<Long, Long> expected = new TreeMap<>();
    Histogram histogram = new Histogram();

    // when
    for (int i = 0; i < values.size(); i++) {
      long value = values.get(i);
      long count = counts.get(i);
      expected.merge(value, count, Long::sum);
      histogram.add(value, count);
    }
    expected.values().removeIf(count -> count == 0);

    // then
    List<Long> visited = new ArrayList<>();
    histogram.forEach(
        (value, count) -> {
          visited.add(value);
          assertThat(count).isEqualTo(expected.get(value));
        });
    assertThat(visited).containsExactlyElementsOf(expected.keySet());
    assertThat(histogram.isEmpty()).isEqualTo(expected.isEmpty());
    assertThat(histogram.total())
        .isEqualTo(expected.values().stream().mapToLong(Long::longValue).sum());
    for (long value = -5; value <= 13; value++) {
      assertThat(histogram.get(value)).isEqualTo(expected.getOrDefault(value, 0L));
    }
  }

  @Test
  void shouldTellTheSmallestValueThatReachesAShare() {
    // given
    Histogram histogram = new Histogram();
    histogram.add(30, 1);
    histogram.add(3, 5);
    histogram.add(10, 4);

    // then
    assertThat(histogram.percentile(50)).isEqualTo(3);
    assertThat(histogram.percentile(51)).isEqualTo(10);
    assertThat(histogram.percentile(90)).isEqualTo(10);
    assertThat(histogram.percentile(100)).isEqualTo(30);
    assertThat(new Histogram().percentile(50)).isNull();
  }
}
