package dev.mooring.cli.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.cli.output.Column;
import dev.mooring.cli.output.Columns;
import dev.mooring.cli.output.Format;
import dev.mooring.cli.output.Output;
import dev.mooring.view.Freshness;
import dev.mooring.view.Position;
import dev.mooring.view.Row;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChangedRowsTest {

  record Hub(String city, long open) {}

  private final StringWriter out = new StringWriter();
  private final ChangedRows<Hub> rows =
      new ChangedRows<>(
          new Output(new PrintWriter(out), Format.JSON, Optional.empty()),
          Columns.of(List.of(Column.text("city", Hub::city), Column.number("open", Hub::open))));

  @Test
  void shouldTellEveryRowAndThenThoseThatChange() {
    assertThat(told(true, new Hub("seoul", 1), new Hub("zug", 3)))
        .containsExactly(
            "{\"city\":\"seoul\",\"open\":1,\"withdrawn\":false}",
            "{\"city\":\"zug\",\"open\":3,\"withdrawn\":false}");
    assertThat(told(true, new Hub("seoul", 2), new Hub("zug", 3)))
        .containsExactly("{\"city\":\"seoul\",\"open\":2,\"withdrawn\":false}");
    assertThat(told(true, new Hub("seoul", 2), new Hub("zug", 3))).isEmpty();
    assertThat(told(true, new Hub("zug", 3)))
        .containsExactly("{\"city\":\"seoul\",\"open\":2,\"withdrawn\":true}");
  }

  @Test
  void shouldKeepSilentUntilThePresentIsReached() {
    assertThat(told(false, new Hub("seoul", 1))).isEmpty();
    assertThat(told(true, new Hub("seoul", 4))).hasSize(1);
  }

  private List<String> told(boolean caughtUp, Hub... hubs) {
    out.getBuffer().setLength(0);
    rows.show(
        List.of(hubs).stream().map(hub -> new Row<>(hub.city(), hub)).toList(),
        new Freshness(caughtUp, 0, Position.START, Optional.empty(), Optional.empty()));
    return out.toString().lines().toList();
  }
}
