package dev.mooring.cli.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.cli.output.Column;
import dev.mooring.cli.output.Columns;
import dev.mooring.view.Freshness;
import dev.mooring.view.Position;
import dev.mooring.view.Row;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LiveTableTest {

  private static final Instant NOON = Instant.parse("2024-06-01T12:00:00.5Z");

  record Hub(String city, long open) {}

  private static final Columns<Hub> COLUMNS =
      Columns.of(List.of(Column.text("city", Hub::city), Column.number("open", Hub::open)));

  private final Hand clock = new Hand();
  private final StringWriter out = new StringWriter();
  private final LiveTable<Hub> table =
      new LiveTable<>(new Screen(new PrintWriter(out), 60, 12), COLUMNS, "ranking", clock);

  @Test
  void shouldMarkTheCellsThatChangedForAWhile() {
    Hub zug = new Hub("zug", 3);

    assertThat(draw(fresh(), new Hub("seoul", 1), zug)).noneMatch(line -> line.contains("|*"));
    assertThat(draw(fresh(), new Hub("seoul", 2), zug))
        .contains("| seoul  |    \u001b[1m2\u001b[0m* |", "| zug    |    3  |");
    clock.advance(ChangeMarks.STAY.minusMillis(1));
    assertThat(draw(fresh(), new Hub("seoul", 2), zug))
        .contains("| seoul  |    \u001b[1m2\u001b[0m* |");
    clock.advance(Duration.ofMillis(1));
    assertThat(draw(fresh(), new Hub("seoul", 2), zug)).contains("| seoul  |    2  |");
  }

  @Test
  void shouldMarkARowThatIsNew() {
    draw(fresh());

    assertThat(draw(fresh(), new Hub("zug", 3)))
        .contains("| \u001b[1mzug\u001b[0m*  |    \u001b[1m3\u001b[0m* |");
  }

  @Test
  void shouldSayHowFreshItIs() {
    assertThat(draw(fresh()).getFirst()).isEqualTo("ranking: as of 2024-06-01T12:00:00Z");
    assertThat(draw(freshness(true, 3, Optional.empty())).getFirst())
        .isEqualTo("ranking: as of 2024-06-01T12:00:00Z, 3 records behind");
    assertThat(draw(freshness(false, 700, Optional.empty())).getFirst())
        .isEqualTo("ranking: reading, 700 records to go");
    assertThat(draw(freshness(true, 0, Optional.of("Kafka is away from here"))).getFirst())
        .isEqualTo("ranking: no news since 2024-06-01T12:00:00Z: Kafka is away f");
  }

  @Test
  void shouldDrawNoMoreLinesThanTheTerminalHas() {
    Hub[] many = IntStream.range(0, 40).mapToObj(i -> new Hub("c" + i, i)).toArray(Hub[]::new);

    List<String> lines = draw(fresh(), many);

    // One line is the cursor's, one is empty, and one would tell of columns without room.
    assertThat(lines).hasSize(12 - 3).contains("(38 more rows than the terminal has room for)");
  }

  private List<String> draw(Freshness freshness, Hub... hubs) {
    out.getBuffer().setLength(0);
    table.show(List.of(hubs).stream().map(hub -> new Row<>(hub.city(), hub)).toList(), freshness);
    return out.toString()
        .lines()
        .map(line -> line.replace("\u001b[H", "").replace("\u001b[K", "").replace("\u001b[J", ""))
        .filter(line -> !line.isEmpty())
        .toList();
  }

  private static Freshness fresh() {
    return freshness(true, 0, Optional.empty());
  }

  private static Freshness freshness(boolean caughtUp, long lag, Optional<String> trouble) {
    return new Freshness(caughtUp, lag, Position.START, Optional.of(NOON), trouble);
  }

  /** A clock that moves when it is told. */
  private static final class Hand extends Clock {

    private Instant now = NOON;

    void advance(Duration by) {
      now = now.plus(by);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException("always UTC");
    }
  }
}
