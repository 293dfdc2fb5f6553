package dev.mooring.replay.lane;

import dev.mooring.contract.Lane;
import dev.mooring.contract.TopicSpec;
import dev.mooring.contract.Topics;
import dev.mooring.contract.row.LaneRow;
import dev.mooring.replay.ReplayException;
import dev.mooring.topology.FreshTopics;
import dev.mooring.topology.lane.LaneState;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes shadow lanes: topics and lane record. Instances of them are started by anybody. */
public final class LaneStart {

  private static final Logger LOG = LoggerFactory.getLogger(LaneStart.class);

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

  /** One behind all whose numbers something bears: what another left is never taken for its. */
  private Lane unused() {
    Stream<String> records =
        lanes.current().values().stream()
            .flatMap(row -> Stream.of(row.getLane(), row.getApplicationId()));
    Stream<String> topics = Answers.get(admin.listTopics().names(), "list topics").stream();
    int last =
        Stream.concat(records, topics)
            .mapToInt(name -> number(name, lanes.rootApplicationId()))
            .max()
            .orElse(0);
    return Lane.shadow(last + 1);
  }

  /** The number in the name of a lane, of its application, or of a topic of either; else 0. */
  private static int number(String name, String rootApplication) {
    Pattern names =
        Pattern.compile(
            "(?:mooring\\.|%s-)?shadow-([0-9]{1,9})(?:[.-].*)?"
                .formatted(Pattern.quote(rootApplication)));
    Matcher found = names.matcher(name);
    return found.matches() ? Integer.parseInt(found.group(1)) : 0;
  }

  private void makeTopics(Lane lane, short replication) {
    int partitions =
        Answers.get(
                admin.describeTopics(List.of(Topics.EVENTS.name())).allTopicNames(),
                "describe " + Topics.EVENTS.name())
            .get(Topics.EVENTS.name())
            .partitions()
            .size();
    Optional<Short> copies = replication < 0 ? Optional.empty() : Optional.of(replication);
    Collection<NewTopic> topics =
        lane.outputs().stream().map(topic -> newTopic(topic, partitions, copies)).toList();
    admin.createTopics(topics).values().values().forEach(LaneStart::getMade);
    awaitLed(lane, partitions);
  }

  /** So that the lane's first rows need not wait. The topics are made, whatever comes of it. */
  private void awaitLed(Lane lane, int partitions) {
    try {
      FreshTopics.awaitLed(
          admin,
          lane.outputs().stream().collect(Collectors.toMap(TopicSpec::name, topic -> partitions)));
    } catch (ExecutionException unanswered) {
      LOG.warn("the lane's topics were made, but not every leader answers", unanswered.getCause());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new ReplayException("interrupted", stopped);
    }
  }

  private static NewTopic newTopic(TopicSpec topic, int partitions, Optional<Short> copies) {
    return new NewTopic(topic.name(), Optional.of(partitions), copies).configs(topic.config());
  }

  private static void getMade(KafkaFuture<Void> made) {
    try {
      Answers.get(made, "make the topics of the lane");
    } catch (ReplayException failed) {
      if (!Answers.isBecause(failed, TopicExistsException.class)) {
        throw failed;
      }
    }
  }
}
