package dev.mooring.cli.plot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.cli.plot.BarChart.Bar;
import java.util.List;
import org.junit.jupiter.api.Test;

class BarChartTest {

  private static final List<Bar> BARS =
      List.of(
          new Bar("hong-kong", 400, "400"),
          new Bar("zug", 150, "150"),
          new Bar("seoul", 1, "1"),
          new Bar("bern", 0, "0"));

  @Test
  void shouldDrawBarsByTheirValuesInTheWidthThatThereIs() {
    assertThat(new BarChart(Glyphs.BLOCKS, 25).lines(BARS))
        .containsExactly(
            "hong-kong │██████████ 400", "zug       │███▊ 150", "seoul     │▏ 1", "bern      │ 0");
  }

  @Test
  void shouldDrawBarsWithAscii() {
    assertThat(new BarChart(Glyphs.ASCII, 25).lines(BARS))
        .containsExactly(
            "hong-kong |########## 400", "zug       |###+ 150", "seoul     |. 1", "bern      | 0");
  }
}
