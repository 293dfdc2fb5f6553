package dev.mooring.benchmarks.streamsdsl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.contract.event.Reason;
import dev.mooring.metrics.Measure;
import dev.mooring.metrics.Member;
import dev.mooring.metrics.ReasonKey;
import dev.mooring.metrics.ReasonKind;
import dev.mooring.metrics.Scope;
import dev.mooring.metrics.Tally;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CellTest {

  @Test
  void shouldPartADifferenceIntoCellsThatTheirKeysTell() {
    // given
    Tally difference = new Tally();
    difference.add(Measure.EVENTS, 1);
    difference.addOn(-3, Measure.EVENTS, 1);
    difference.addReason(new ReasonKey(ReasonKind.CLOSURE, Reason.DE_RISK), 1);
    difference.addReason(new ReasonKey(ReasonKind.DECLINE, null), 1);
    difference.addMember(Member.OPEN_BY_CITY, "hong-kong", 1);
    List<Cell> cells = new ArrayList<>();
    Tally sum = new Tally();

    // when
    Cell.split(
        Scope.BANK,
        "za-bank",
        difference,
        (cell, tally) -> {
          cells.add(cell);
          sum.addAll(tally);
        });

    // then
    assertThat(cells).hasSize(5).extracting(cell -> Cell.ofKey(cell.key())).isEqualTo(cells);
    assertThat(cells).extracting(Cell::scopeKey).containsOnly("bank/za-bank");
    assertThat(sum.totals().get(Measure.EVENTS)).isEqualTo(1);
    assertThat(sum.days().get(-3).get(Measure.EVENTS)).isEqualTo(1);
    difference
        .reasons()
        .forEach((key, count) -> assertThat(sum.reasons().get(key)).isEqualTo(count));
    assertThat(difference.reasons().isEmpty()).isFalse();
    assertThat(sum.members(Member.OPEN_BY_CITY).get("hong-kong")).isEqualTo(1);
  }
}
