package dev.mooring.cli.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mooring.cli.CommandException;
import dev.mooring.cli.settings.SettingsException;
import dev.mooring.contract.GeneratedTypes;
import dev.mooring.contract.codec.EventReader;
import dev.mooring.contract.codec.EventReaders;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PacedReaderTest {

  private static final long SECOND = 1_000_000_000L;

  private final List<Long> given = new ArrayList<>();
  private long now = 17;

  @BeforeAll
  static void trustEvents() {
    GeneratedTypes.trust();
  }

  @Test
  void shouldGiveEventsInTheOrderOfHistoryWhenTheirTimeHasCome() {
    // given
    EventReader lines = lines("2023-02-01", "nonsense", "2023-01-01", "2023-01-11");

    // when
    List<Long> order = new ArrayList<>();
    try (PacedReader paced = paced(lines, "10d/s", 10)) {
      while (paced.hasNext()) {
        order.add(paced.next().line());
        given.add(now - 17);
      }
    }

    // then
    assertThat(order).containsExactly(2L, 3L, 4L, 1L);
    assertThat(given).containsExactly(0L, 0L, SECOND, 31 * SECOND / 10);
  }

  @Test
  void shouldSayWhenThereAreMoreEventsThanItHolds() {
    assertThatThrownBy(() -> paced(lines("2023-01-01", "2023-01-02", "2023-01-03"), "1h/s", 2))
        .isInstanceOf(CommandException.class)
        .hasMessageContaining("more than 2 events");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "90d", "0d/s", "d/s", "-1d/s", "1.5d/s", "90d/m", "fast"})
  void shouldSayWhatIsRight(String text) {
    assertThatThrownBy(() -> Pace.parse("--pace", text))
        .isInstanceOf(SettingsException.class)
        .hasMessageStartingWith("--pace: '" + text + "'")
        .hasMessageContaining("90d/s");
  }

  private PacedReader paced(EventReader lines, String pace, int most) {
    return PacedReader.of(
        lines, Pace.parse("--pace", pace), most, () -> now, nanos -> now += nanos);
  }

  private static EventReader lines(String... days) {
    String text =
        Stream.of(days)
            .map(
                day ->
                    """
                    {"id":"0d4f9f7e-5f0c-4f0e-9a55-0f6a3c1c0b11","type":"ACCOUNT_OPENED",\
                    "bank":"za-bank","firm":"osl","occurredAt":"%s","source":"a test"}\
                    """
                        .formatted(day))
            .collect(Collectors.joining("\n"));
    return EventReaders.jsonLines(new ByteArrayInputStream(text.getBytes(UTF_8)));
  }
}
