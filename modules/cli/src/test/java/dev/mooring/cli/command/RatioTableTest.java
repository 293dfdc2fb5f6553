package dev.mooring.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.mooring.contract.codec.EventJson;
import dev.mooring.contract.codec.EventReading;
import dev.mooring.metrics.MemoryFold;
import dev.mooring.view.InMemoryView;
import dev.mooring.view.Snapshot;
import org.junit.jupiter.api.Test;

class RatioTableTest {

  private final MemoryFold fold = new MemoryFold();
  private int events;

  @Test
  void shouldShowTheRatiosOfACity() {
    add("APPLICATION_DECIDED", "osl", "\"outcome\":\"APPROVED\"", "2023-01-02");
    add("APPLICATION_DECIDED", "kraken", "\"outcome\":\"DECLINED\"", "2023-01-03");
    add("ACCOUNT_OPENED", "osl", "\"note\":\"-\"", "2023-01-05");

    assertThat(new RatioTable(rows()).ofCity("zug"))
        .extracting(RatioTable.Line::name, RatioTable.Line::value)
        .containsExactly(
            tuple("conversion APPLIED", 1.0),
            tuple("conversion APPROVED", 0.5),
            tuple("conversion OPENED", 1.0),
            tuple("conversion ACTIVATED", 0.0),
            tuple("declineRate", 0.5),
            tuple("noReasonShare DECLINE", 1.0),
            tuple("noReasonShare CLOSURE", "-"),
            tuple("deRiskingRate", "-"),
            tuple("displacement", "-"),
            tuple("shareOfHub", 1.0),
            tuple("multiBanking", 1.0),
            tuple("netChange", 1L),
            tuple("momentum", 1L));
  }

  @Test
  void shouldShowTheRatiosOfABank() {
    add("RELATIONSHIP_CLOSED", "osl", "\"reason\":\"DE_RISK\"", "2023-03-02");

    assertThat(new RatioTable(rows()).ofBank("dbs"))
        .extracting(RatioTable.Line::name, RatioTable.Line::value)
        .contains(
            tuple("conversion APPLIED", "-"),
            tuple("declineRate", "-"),
            tuple("noReasonShare CLOSURE", 0.0),
            tuple("deRiskingRate", 1.0),
            tuple("netChange", -1L),
            tuple("momentum", -1L));
  }

  private Snapshot rows() {
    var folded = fold.rows();
    InMemoryView view = new InMemoryView(folded.keySet());
    folded.forEach((topic, table) -> table.forEach((key, row) -> view.put(topic, key, row)));
    return view.publish();
  }

  private void add(String type, String firm, String more, String day) {
    String json =
        """
        {"id":"00000000-0000-4000-8000-%012d","type":"%s","bank":"dbs","firm":"%s","city":"zug",
        "occurredAt":"%s","source":"a test",%s}
        """
            .formatted(++events, type, firm, day, more);
    fold.add(((EventReading.Read) EventJson.read(json)).event());
  }
}
