package dev.mooring.cli.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DailyPlotTest {

  private static final LocalDate FIRST = LocalDate.of(2023, 3, 1);

  @Test
  void shouldDrawEachCountOverTheSameDays() {
    List<DayCounts> days =
        List.of(
            new DayCounts(FIRST, 8, 8, 2, 0, 0),
            new DayCounts(FIRST.plusDays(2), 4, 0, 0, 1, 0),
            new DayCounts(FIRST.plusDays(3), 1, 0, 0, 0, 1));

    List<String> lines = new DailyPlot(Glyphs.BLOCKS, 20).lines("za-bank", days);

    assertThat(String.join("\n", lines))
        .isEqualTo(
            """
            za-bank, 2023-03-01 to 2023-03-04, by day

            accounts open or dormant
             3 │        ████
             2 │████████████████
             1 │████████████████
             0 └────────────────

            accountsOpened
             2 │███
             1 │███
             0 └────────────────

            accountsFirstSeen
             1 │        ███
             0 └────────────────

            accountsClosed
             1 │            ███
             0 └────────────────

            events
             8 │███
               │███
               │███     ▄▄▄
               │███     ███
               │███     ███ ▅▅▅
             0 └────────────────
                2023-03-01
            8 of 13 events are known to the month only, and stand on its first day\
            """);
  }

  @Test
  void shouldDrawWithAsciiAndSayWhereThereIsNothing() {
    List<DayCounts> days = List.of(new DayCounts(FIRST, 2, 0, 0, 1, 0));

    List<String> lines = new DailyPlot(Glyphs.ASCII, 20).lines("dbs", days);

    assertThat(lines).contains("accountsOpened: none", "accountsClosed: none", "2 |###", "0 +----");
    assertThat(String.join("", lines)).matches("\\p{ASCII}+");
  }

  @ParameterizedTest
  @CsvSource({"3, day", "60, day", "400, week", "1500, month", "5000, quarter", "9000, year"})
  void shouldPutDaysTogetherSoThatTheyFit(int days, String period) {
    List<DayCounts> spread = Stream.of(0, days - 1).map(day -> some(FIRST.plusDays(day))).toList();

    assertThat(new DailyPlot(Glyphs.BLOCKS, 80).lines("dbs", spread).getFirst())
        .endsWith(", by " + period);
  }

  @Property(tries = 300)
  void shouldNeverBeWiderThanTheTerminal(
      @ForAll @IntRange(min = 20, max = 300) int width,
      @ForAll @IntRange(min = 1, max = 4_000) int days,
      @ForAll @IntRange(min = 1, max = 400) int step) {
    List<DayCounts> counts =
        IntStream.iterate(0, day -> day < days, day -> day + step)
            .mapToObj(day -> some(FIRST.plusDays(day)))
            .toList();

    assertThat(new DailyPlot(Glyphs.BLOCKS, width).lines("dbs", counts))
        .filteredOn(line -> line.matches("[ \\d].*"))
        .isNotEmpty()
        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(width));
  }

  @ParameterizedTest
  @CsvSource({
    "en_US.UTF-8, '', '', BLOCKS",
    "'', C.utf8, '', BLOCKS",
    "C, C.utf8, en_US.UTF-8, ASCII",
    "'', '', en_US.ISO-8859-1, ASCII",
    "'', '', '', ASCII"
  })
  void shouldTakeBlocksWhereTheLocaleIsUtf8(
      String all, String ctype, String lang, Glyphs expected) {
    assertThat(Glyphs.of(Map.of("LC_ALL", all, "LC_CTYPE", ctype, "LANG", lang)))
        .isEqualTo(expected);
  }

  private static DayCounts some(LocalDate day) {
    return new DayCounts(day, 3, 0, 1, 0, 0);
  }
}
