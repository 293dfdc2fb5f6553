package dev.mooring.benchmarks.peer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.contract.Topics;
import org.junit.jupiter.api.Test;

class RowTest {

  private static final int PARTITIONS = 64;

  @Test
  void shouldLieByThePartOfItsKeyThatTheCatalogueSays() {
    // given
    Row bank = new Row(Topics.BANK_METRICS, "za-bank", null);
    Row day = new Row(Topics.BANK_DAILY, "za-bank/2024-01-31", null);
    Row reason = new Row(Topics.REASONS, "bank/za-bank/DECLINE/UNKNOWN", null);
    Row other = new Row(Topics.BANK_METRICS, "bank", null);

    // when
    int home = bank.partition(PARTITIONS);

    // then
    assertThat(day.partition(PARTITIONS)).isEqualTo(home);
    assertThat(reason.partition(PARTITIONS)).isEqualTo(home);
    assertThat(other.partition(PARTITIONS)).isNotEqualTo(home);
  }
}
