package dev.mooring.systemtests.law;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mooring.contract.TopicSpec;
import dev.mooring.contract.Topics;
import dev.mooring.topology.StartupException;
import dev.mooring.topology.TopologyRunner;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A cluster on which rows would go wrong is refused, and everything that is wrong is named. */
@ExtendWith(SharedCluster.class)
class StartRefusalTest {

  @Test
  void shouldNameEveryTopicThatIsNotAsDeclared(Cluster cluster, @TempDir Path directory)
      throws Exception {
    // given
    set(cluster.admin(), Topics.EVENTS, "retention.ms", "604800000");
    set(cluster.admin(), Topics.REJECTED, "retention.ms", "-1"); // keeps more than it must
    set(cluster.admin(), Topics.CITY_METRICS, "cleanup.policy", "delete");
    delete(cluster.admin(), Topics.STANCES);
    delete(cluster.admin(), Topics.BANK_METRICS);
    NewTopic narrow =
        new NewTopic(Topics.BANK_METRICS.name(), Optional.of(3), Optional.empty())
            .configs(Topics.BANK_METRICS.config());
    cluster.create(List.of(narrow));

    // then
    assertThatThrownBy(() -> TopologyRunner.start(cluster.topology(directory)).close())
        .isInstanceOf(StartupException.class)
        .hasMessageContaining("mooring.events.v1 has retention.ms=604800000, should have -1")
        .hasMessageContaining(
            "mooring.city-metrics.v1 has cleanup.policy=delete, should have compact")
        .hasMessageContaining("mooring.stances.v1 is missing")
        .hasMessageContaining("mooring.bank-metrics.v1 has 3 partitions, should have 4")
        .hasMessageNotContaining(Topics.REJECTED.name());
  }

  private static void set(Admin admin, TopicSpec topic, String name, String value)
      throws Exception {
    ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic.name());
    AlterConfigOp change =
        new AlterConfigOp(new ConfigEntry(name, value), AlterConfigOp.OpType.SET);
    admin.incrementalAlterConfigs(Map.of(resource, List.of(change))).all().get();
  }

  private static void delete(Admin admin, TopicSpec topic) throws Exception {
    admin.deleteTopics(List.of(topic.name())).all().get();
    Awaitility.await().until(() -> !admin.listTopics().names().get().contains(topic.name()));
  }
}
