package dev.mooring.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mooring.contract.row.ReasonRow;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReasonSharesTest {

  private static final List<ReasonRow> REASONS =
      List.of(
          closure("DE_RISK", 2),
          closure("VERTICAL_EXIT", 1),
          closure("BANK_FAILURE", 3),
          closure("BANK_WIND_DOWN", 1),
          closure("NOT_GIVEN", 1),
          closure("UNKNOWN", 1),
          closure("FIRM_SWITCH", 1),
          row("bank", "DECLINE", "UNKNOWN", 1),
          row("bank", "DECLINE", "DE_RISK", 3));

  @Test
  void shouldDivideByClosingsOnly() {
    assertThat(ReasonShares.deRisking(REASONS)).hasValue(0.3);
    assertThat(ReasonShares.displacement(REASONS)).hasValue(0.4);
  }

  @Test
  void shouldCountReasonsNotGivenAndNotReported() {
    assertThat(ReasonShares.noReason(REASONS, ReasonKind.CLOSURE)).hasValue(0.2);
    assertThat(ReasonShares.noReason(REASONS, ReasonKind.DECLINE)).hasValue(0.25);
  }

  @Test
  void shouldBeUndefinedWhereNothingWasClosed() {
    List<ReasonRow> declines = List.of(row("bank", "DECLINE", "DE_RISK", 3));

    assertThat(ReasonShares.deRisking(declines)).isEmpty();
    assertThat(ReasonShares.displacement(List.of())).isEmpty();
    assertThat(ReasonShares.noReason(declines, ReasonKind.CLOSURE)).isEmpty();
  }

  @Test
  void shouldRefuseRowsOfSeveralBanksOrCities() {
    List<ReasonRow> mixed = List.of(closure("DE_RISK", 1), row("city", "CLOSURE", "DE_RISK", 1));

    assertThatThrownBy(() -> ReasonShares.deRisking(mixed))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("bank/x")
        .hasMessageContaining("city/x");
  }

  private static ReasonRow closure(String reason, long count) {
    return row("bank", "CLOSURE", reason, count);
  }

  private static ReasonRow row(String scope, String kind, String reason, long count) {
    return ReasonRow.newBuilder()
        .setScope(scope)
        .setId("x")
        .setKind(kind)
        .setReason(reason)
        .setCount(count)
        .build();
  }
}
