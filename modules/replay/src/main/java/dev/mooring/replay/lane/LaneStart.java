package dev.mooring.replay.lane;

import dev.mooring.contract.Lane;
import dev.mooring.contract.TopicSpec;
import dev.mooring.contract.Topics;
import dev.mooring.contract.row.LaneRow;
import dev.mooring.replay.ReplayException;
import dev.mooring.topology.lane.LaneState;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;

/** Makes shadow lanes: topics and lane record. Instances of them are started by anybody. */
public final class LaneStart {

  private final Admin admin;
  private final LaneStore lanes;

  /**
   * On a cluster.
   *
   * @param admin the caller closes it
   * @param lanes the caller closes it
   */
  public LaneStart(Admin admin, LaneStore lanes) {
    this.admin = admin;
    this.lanes = lanes;
  }

  /**
   * Makes a shadow lane.
   *
   * @param replication copies of its topics; -1 leaves it to the broker
   */
  public Lane make(short replication) {
    Lane lane = unused();
    LaneRow live = lanes.live();
    makeTopics(lane, replication);
    lanes.put(live); // from now on instances can be told to leave
    lanes.put(
        LaneRow.newBuilder()
            .setLane(lane.name())
            .setApplicationId(lane.applicationId(lanes.rootApplicationId()))
            .setTopicPrefix(lane.topicPrefix())
            .setTopologyDigest("")
            .setState(LaneState.RUNNING.name())
            .build());
    return lane;
  }

  /**
   * The shadow that is there.
   *
   * @throws ReplayException when there are several
   */
  public Optional<Lane> present() {
    List<Lane> shadows =
        lanes.current().values().stream()
            .filter(row -> LaneState.of(row) != LaneState.RETIRED)
            .map(row -> new Lane(row.getLane()))
            .filter(lane -> !lane.isLive())
            .toList();
    if (shadows.size() > 1) {
      throw new ReplayException("there are several shadows, name one of them: " + shadows);
    }
    return shadows.stream().findFirst();
  }

  /** The first whose number nothing bears: what an earlier one left must not be taken for its. */
  private Lane unused() {
    Set<String> topics = get(admin.listTopics().names());
    Map<String, LaneRow> records = lanes.current();
    for (int number = 1; ; number++) {
      Lane lane = Lane.shadow(number);
      String application = lane.applicationId(lanes.rootApplicationId());
      boolean used =
          records.containsKey(lane.name())
              || records.values().stream()
                  .anyMatch(row -> row.getApplicationId().equals(application))
              || topics.stream().anyMatch(topic -> topic.startsWith(lane.topicPrefix()))
              || topics.stream().anyMatch(topic -> topic.startsWith(application + "-"));
      if (!used) {
        return lane;
      }
    }
  }

  private void makeTopics(Lane lane, short replication) {
    int partitions =
        get(admin.describeTopics(List.of(Topics.EVENTS.name())).allTopicNames())
            .get(Topics.EVENTS.name())
            .partitions()
            .size();
    Optional<Short> copies = replication < 0 ? Optional.empty() : Optional.of(replication);
    Collection<NewTopic> topics =
        lane.outputs().stream().map(topic -> newTopic(topic, partitions, copies)).toList();
    admin.createTopics(topics).values().values().forEach(LaneStart::getMade);
  }

  private static NewTopic newTopic(TopicSpec topic, int partitions, Optional<Short> copies) {
    return new NewTopic(topic.name(), Optional.of(partitions), copies).configs(topic.config());
  }

  private static void getMade(KafkaFuture<Void> made) {
    try {
      get(made);
    } catch (ReplayException failed) {
      if (!(failed.getCause() instanceof TopicExistsException)) {
        throw failed;
      }
    }
  }

  private static <T> T get(KafkaFuture<T> answer) {
    try {
      return answer.get();
    } catch (ExecutionException failed) {
      throw new ReplayException(failed.getCause().getMessage(), failed.getCause());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new ReplayException("interrupted", stopped);
    }
  }
}
