package dev.mooring.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mooring.cli.settings.SettingsException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class TimeOptionTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2024-03-10T12:00:00Z"), ZoneOffset.UTC);

  @Test
  void shouldTakeADateOrMonthAsTheWholeOfIt() {
    assertThat(parse("2024-02-28")).isEqualTo(time("2024-02-28T00:00:00Z", "2024-02-29T00:00:00Z"));
    assertThat(parse("2024-02")).isEqualTo(time("2024-02-01T00:00:00Z", "2024-03-01T00:00:00Z"));
  }

  @Test
  void shouldTakeAnInstantWithAnyOffset() {
    assertThat(parse("2024-02-28T01:30:00+08:00"))
        .isEqualTo(time("2024-02-27T17:30:00Z", "2024-02-27T17:30:00Z"));
  }

  @Test
  void shouldTakeHowLongAgo() {
    assertThat(parse("3d").start()).isEqualTo("2024-03-07T12:00:00Z");
    assertThat(parse("12h").start()).isEqualTo("2024-03-10T00:00:00Z");
    assertThat(parse("30m").start()).isEqualTo("2024-03-10T11:30:00Z");
  }

  @Test
  void shouldSayWhatWouldBeRight() {
    assertThatThrownBy(() -> parse("yesterday"))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("--from: 'yesterday'")
        .hasMessageContaining("2023-03-27")
        .hasMessageContaining("3d");
  }

  private static TimeOption parse(String text) {
    return TimeOption.parse("--from", text, CLOCK);
  }

  private static TimeOption time(String start, String end) {
    return new TimeOption(Instant.parse(start), Instant.parse(end));
  }
}
