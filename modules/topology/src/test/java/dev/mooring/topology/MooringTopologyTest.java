package dev.mooring.topology;

import static dev.mooring.metrics.oracle.EventBuilder.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.contract.TopicSpec;
import dev.mooring.contract.Topics;
import dev.mooring.contract.event.Event;
import dev.mooring.contract.event.EventType;
import dev.mooring.contract.row.BankMetrics;
import dev.mooring.contract.row.LedgerRow;
import dev.mooring.metrics.oracle.Oracle;
import dev.mooring.metrics.oracle.OracleRows;
import dev.mooring.metrics.oracle.RandomHistory;
import dev.mooring.metrics.oracle.World;
import dev.mooring.topology.state.DossierState;
import dev.mooring.topology.state.RocksSpace;
import dev.mooring.topology.state.TestedSpace;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MooringTopologyTest {

  private final TestedTopology topology = new TestedTopology();

  @AfterEach
  void close() {
    topology.close();
  }

  @Test
  void shouldMakeRowsOfAnEvent() {
    // when
    topology.publish(
        event()
            .pair("za-bank", "osl")
            .city("hong-kong")
            .type(EventType.ACCOUNT_OPENED)
            .on("2023-03-27")
            .build());

    // then
    BankMetrics bank = (BankMetrics) topology.rows(Topics.BANK_METRICS).get("za-bank");
    assertThat(bank.getAccountsOpen()).isEqualTo(1);
    assertThat(topology.rows(Topics.BANK_DAILY)).containsOnlyKeys("za-bank/2023-03-27");
    assertThat(topology.rows(Topics.MOORINGS)).containsOnlyKeys("za-bank/osl/hong-kong");
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13})
  void shouldEndInTheRowsOfTheOracleInAnyOrder(long seed) {
    assertRowsOfOracleInAnyOrder(topology, seed);
  }

  @Test
  void shouldDoSoWithRelationshipsInRocksDb(@TempDir Path directory) {
    try (RocksSpace space = TestedSpace.in(directory);
        TestedTopology inRocksDb = new TestedTopology(() -> new DossierState(space))) {
      assertRowsOfOracleInAnyOrder(inRocksDb, 11);
    }
  }

  private static void assertRowsOfOracleInAnyOrder(TestedTopology topology, long seed) {
    // given
    List<Event> events = new RandomHistory(seed, World.SMALL).take(800);
    List<Event> shuffled = new ArrayList<>(events);
    shuffled.addAll(events.subList(0, 200));
    Collections.shuffle(shuffled, new Random(seed));

    // when
    shuffled.forEach(topology::publish);

    // then
    OracleRows expected = Oracle.rows(events);
    for (TopicSpec topic : Topics.OUTPUTS) {
      if (!topic.equals(Topics.LEDGER)) {
        assertThat(topology.rows(topic)).as(topic.name()).isEqualTo(expected.of(topic));
      }
    }
    assertThat(topology.rows(Topics.LEDGER).get("0")).isEqualTo(Oracle.ledger(0, shuffled, 0));
  }

  @Test
  void shouldCountEveryRecordInTheLedger() {
    // given
    Event opened = event().pair("za-bank", "osl").type(EventType.ACCOUNT_OPENED).build();

    // when
    topology.publish(opened);
    topology.publish(opened);
    topology.publish(null, null, TestedTopology.NOW);

    // then
    assertThat(topology.rows(Topics.LEDGER).get("0"))
        .isEqualTo(new LedgerRow(0L, 3L, 1L, 0L, 0L, 0L, 1L, 1L));
  }

  @Test
  void shouldBearTheHeadersOfCloudEvents() {
    // when
    topology.publish(event().pair("za-bank", "osl").build());

    // then
    assertThat(topology.records(Topics.BANK_METRICS).getFirst().headers())
        .extracting(
            header -> header.key() + "=" + new String(header.value(), StandardCharsets.UTF_8))
        .contains(
            "ce_specversion=1.0",
            "ce_id=an-id",
            "ce_source=/mooring/mooring-test",
            "ce_type=dev.mooring.bank-metrics.v1",
            "content-type=application/avro")
        .anyMatch(header -> header.startsWith("ce_time="));
  }
}
