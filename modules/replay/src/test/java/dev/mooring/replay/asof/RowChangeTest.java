package dev.mooring.replay.asof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.replay.asof.RowChange.Field;
import dev.mooring.replay.asof.RowChange.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RowChangeTest {

  @Test
  void shouldNameTheFieldsThatDifferInTheOrderOfTheRow() {
    Map<String, Object> before = row("za-bank", 4L, null);
    Map<String, Object> after = row("za-bank", 5L, "2023-04-11");

    assertThat(RowChange.between("za-bank", before, after))
        .contains(
            new RowChange(
                "za-bank",
                Kind.CHANGED,
                List.of(new Field("events", 4L, 5L), new Field("lastDay", null, "2023-04-11"))));
  }

  @Test
  void shouldTakeAMissingRowForOneOfZeros() {
    assertThat(RowChange.between("za-bank", Map.of(), row("za-bank", 0L, "2023-04-11")))
        .contains(
            new RowChange(
                "za-bank",
                Kind.ADDED,
                List.of(
                    new Field("bank", null, "za-bank"), new Field("lastDay", null, "2023-04-11"))));
    assertThat(RowChange.between("za-bank", row("za-bank", 1L, null), Map.of()))
        .map(RowChange::kind)
        .contains(Kind.REMOVED);
  }

  @Test
  void shouldTakeAMissingFieldForNothingButNotAValueOfNone() {
    assertThat(RowChange.between("a", Map.of("days", 1L), Map.of("days", 1L, "new", 0L))).isEmpty();
    assertThat(RowChange.between("a", Map.of("days", 1L), Map.of("days", 1L, "new", 2L)))
        .map(RowChange::fields)
        .contains(List.of(new Field("new", null, 2L)));
    assertThat(RowChange.between("a", row("a", 1L, null), row("a", 1L, "0"))).isPresent();
    Map<String, Object> none = new LinkedHashMap<>();
    none.put("days", null);
    assertThat(RowChange.between("a", none, Map.of("days", 0L)))
        .map(RowChange::fields)
        .contains(List.of(new Field("days", null, 0L)));
  }

  @Test
  void shouldSayNothingOfRowsThatAreEqual() {
    assertThat(RowChange.between("a", row("a", 1L, null), row("a", 1L, null)))
        .isEqualTo(Optional.empty());
  }

  private static Map<String, Object> row(String bank, long events, String lastDay) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("bank", bank);
    fields.put("events", events);
    fields.put("lastDay", lastDay);
    return fields;
  }
}
