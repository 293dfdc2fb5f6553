package dev.mooring.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mooring.contract.Topics;
import dev.mooring.contract.reference.Bank;
import dev.mooring.contract.reference.Firm;
import java.util.List;
import org.junit.jupiter.api.Test;

class InMemoryRowsTest {

  private final InMemoryRows rows = new InMemoryRows(List.of(Topics.BANKS));

  @Test
  void shouldHoldTheLatestRowOfEachKeyInTheirOrder() {
    rows.put(Topics.BANKS, "za-bank", bank("za-bank", "ZA"));
    rows.put(Topics.BANKS, "dbs", bank("dbs", "DBS"));
    rows.put(Topics.BANKS, "za-bank", bank("za-bank", "ZA Bank"));

    assertThat(rows.banks().keySet()).containsExactly("dbs", "za-bank");
    assertThat(rows.banks().get("za-bank").getName()).isEqualTo("ZA Bank");
  }

  @Test
  void shouldWithdrawARowByATombstone() {
    rows.put(Topics.BANKS, "dbs", bank("dbs", "DBS"));
    rows.put(Topics.BANKS, "dbs", null);

    assertThat(rows.banks()).isEmpty();
  }

  @Test
  void shouldRefuseATopicThatItDoesNotHold() {
    assertThatThrownBy(rows::cities)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(Topics.CITIES.name())
        .hasMessageContaining(Topics.BANKS.name());
  }

  @Test
  void shouldRefuseAnotherTypeThanThatOfTheTopic() {
    assertThatThrownBy(() -> rows.rows(Topics.BANKS, Firm.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Firm");
  }

  @Test
  void shouldNotChangeWhatItHasGivenAway() {
    rows.put(Topics.BANKS, "dbs", bank("dbs", "DBS"));
    var before = rows.banks();

    rows.put(Topics.BANKS, "za-bank", bank("za-bank", "ZA Bank"));

    assertThat(before).containsOnlyKeys("dbs");
  }

  private static Bank bank(String id, String name) {
    return Bank.newBuilder().setId(id).setName(name).build();
  }
}
