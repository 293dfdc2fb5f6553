package dev.mooring.systemtests.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.contract.Topics;
import dev.mooring.contract.reference.Bank;
import dev.mooring.view.KafkaView;
import dev.mooring.view.Position;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A view says what keeps it, and goes on by itself. */
@ExtendWith(SharedViewCluster.class)
class ViewTroubleTest {

  private ViewCluster cluster;
  private KafkaView view;

  @BeforeEach
  void open(ViewCluster shared) throws Exception {
    cluster = shared;
    cluster.clear(ViewCluster.TOPICS);
    view = cluster.view();
  }

  @AfterEach
  void close() {
    view.close();
  }

  @Test
  void shouldGoOnWhenTheBrokerIsBack() throws Exception {
    assertThat(view.await(put("a"), ViewCluster.LONG)).isTrue();

    cluster.stopBroker();
    assertThat(ViewCluster.trouble(view)).contains("Kafka cannot be reached");
    assertThat(names()).containsExactly("a");
    cluster.startBroker();

    assertThat(view.await(put("b"), ViewCluster.LONG)).isTrue();
    assertThat(names()).containsExactly("a", "b");
    ViewCluster.awaitNoTrouble(view);
    assertThat(view.freshness().caughtUp()).isTrue();
  }

  @Test
  void shouldGoOnWhenTheRegistryIsBack() throws Exception {
    assertThat(view.awaitCaughtUp(ViewCluster.LONG)).isTrue();
    var record = cluster.record(Topics.BANKS, "c", bank("c")); // registers the schema

    cluster.stopRegistry();
    cluster.send(record);
    Position position = cluster.flushed();
    assertThat(ViewCluster.trouble(view)).contains("registry");
    cluster.startRegistry();

    assertThat(view.await(position, ViewCluster.LONG)).isTrue();
    assertThat(names()).containsExactly("c");
    ViewCluster.awaitNoTrouble(view);
  }

  @Test
  void shouldWaitForATopicThatIsMissing() throws Exception {
    view.close();
    cluster.delete(Topics.BANKS.name());
    view = cluster.view();
    assertThat(ViewCluster.trouble(view)).contains(Topics.BANKS.name(), "topics apply");
    assertThat(view.freshness().caughtUp()).isFalse();

    cluster.create(Topics.BANKS.name());

    assertThat(view.awaitCaughtUp(ViewCluster.LONG)).isTrue();
    assertThat(view.await(put("d"), ViewCluster.LONG)).isTrue();
    ViewCluster.awaitNoTrouble(view);
  }

  @Test
  void shouldReadAnewWhatWasCutAway() throws Exception {
    for (String key : List.of("a", "b", "c")) {
      assertThat(view.await(put(key), ViewCluster.LONG)).isTrue();
    }
    cluster.delete(Topics.BANKS.name());
    cluster.create(Topics.BANKS.name());

    put("z");

    Awaitility.await().atMost(ViewCluster.LONG).until(() -> names().equals(List.of("z")));
  }

  @Test
  void shouldCloseWhileTheBrokerIsAway() throws Exception {
    cluster.stopBroker();
    try {
      assertThat(ViewCluster.trouble(view)).contains("Kafka cannot be reached");
      view.close();
    } finally {
      cluster.startBroker();
    }
    assertThat(Thread.getAllStackTraces().keySet())
        .noneMatch(thread -> thread.getName().equals("mooring-view"));
  }

  private Position put(String key) {
    cluster.send(cluster.record(Topics.BANKS, key, bank(key)));
    return cluster.flushed();
  }

  private List<String> names() {
    return view.snapshot().banks().values().map(Bank::getName).toList();
  }

  private static Bank bank(String name) {
    return Bank.newBuilder().setId(name).setName(name).build();
  }
}
