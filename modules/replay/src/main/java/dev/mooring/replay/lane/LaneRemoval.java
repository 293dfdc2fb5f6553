package dev.mooring.replay.lane;

import dev.mooring.contract.Lane;
import dev.mooring.contract.row.LaneRow;
import dev.mooring.registry.SchemaRegistryClient;
import dev.mooring.replay.ReplayException;
import dev.mooring.topology.lane.StateFiles;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * Removes all that is in the cluster of a shadow lane: the group of its application, the internal
 * topics, the output topics, the subjects of these, and the files on this machine; last of all the
 * lane record, by which a removal that was stopped midway is found again. Every step is done where
 * it was not done before.
 */
public final class LaneRemoval {

  private static final Duration TO_DELETE = Duration.ofMinutes(1);

  private final Admin admin;
  private final SchemaRegistryClient registry;
  private final GroupFence fence;
  private final LaneStore lanes;
  private final Path stateDirectory;

  /**
   * In a cluster; the caller closes what it gives.
   *
   * @param stateDirectory of instances on this machine; there need be none
   */
  public LaneRemoval(
      Admin admin,
      SchemaRegistryClient registry,
      GroupFence fence,
      LaneStore lanes,
      Path stateDirectory) {
    this.admin = admin;
    this.registry = registry;
    this.fence = fence;
    this.lanes = lanes;
    this.stateDirectory = stateDirectory;
  }

  /**
   * What was removed.
   *
   * @param lane its name
   * @param applicationId whose group and internal topics were removed
   * @param group whether there was a group
   * @param topics that there were
   * @param subjects that there were
   * @param state the files on this machine; empty where there were none
   */
  public record Removed(
      Lane lane,
      String applicationId,
      boolean group,
      List<String> topics,
      List<String> subjects,
      Optional<Path> state) {

    public Removed {
      topics = List.copyOf(topics);
      subjects = List.copyOf(subjects);
    }
  }

  /**
   * Removes what a lane record names. Instances must have been told to leave.
   *
   * @throws ReplayException when instances do not leave, or the cluster refuses
   */
  public Removed remove(LaneRow record) {
    Lane lane = new Lane(record.getLane());
    String application = record.getApplicationId();
    requireNotLive(lane, application);
    fence.close(application);
    boolean group = removeGroup(application);
    List<String> topics = removeTopics(lane, application);
    List<String> subjects = removeSubjects(lane);
    Optional<Path> state = removeState(application);
    lanes.withdraw(lane);
    return new Removed(lane, application, group, topics, subjects, state);
  }

  private void requireNotLive(Lane lane, String application) {
    if (lane.isLive() || lanes.live().getApplicationId().equals(application)) {
      throw new ReplayException(
          "lane %s, application %s: is live, should be a shadow".formatted(lane, application));
    }
  }

  private boolean removeGroup(String group) {
    return isDone(
        admin.deleteConsumerGroups(List.of(group)).all(),
        "delete group " + group,
        GroupIdNotFoundException.class);
  }

  private List<String> removeTopics(Lane lane, String application) {
    List<String> topics = topics(lane, application);
    List<String> left = topics;
    Patience patience = new Patience();
    // A topic is gone when the cluster tells of it no more, not when it has taken the request.
    while (!left.isEmpty()) {
      left.forEach(this::removeTopic);
      left = topics(lane, application);
      if (patience.isOver(TO_DELETE)) {
        throw new ReplayException(
            "still there after %d s: %s".formatted(TO_DELETE.toSeconds(), left));
      }
      patience.pause();
    }
    return topics;
  }

  private List<String> topics(Lane lane, String application) {
    Set<String> there = Answers.get(admin.listTopics().names(), "list topics");
    List<String> topics = new ArrayList<>(LaneTopics.internal(there, application));
    topics.addAll(LaneTopics.outputs(there, lane));
    return topics;
  }

  private void removeTopic(String topic) {
    isDone(
        admin.deleteTopics(List.of(topic)).all(),
        "delete topic " + topic,
        UnknownTopicOrPartitionException.class);
  }

  private List<String> removeSubjects(Lane lane) {
    Collection<String> there = registry.subjects();
    List<String> subjects = LaneTopics.subjects(there, lane);
    subjects.forEach(registry::deleteSubject);
    return subjects.stream().filter(there::contains).toList();
  }

  private Optional<Path> removeState(String application) {
    return StateFiles.remove(stateDirectory, application)
        ? Optional.of(stateDirectory.resolve(application))
        : Optional.empty();
  }

  /** Whether there was something to do. */
  private static boolean isDone(
      KafkaFuture<Void> answer, String what, Class<? extends Exception> gone) {
    try {
      Answers.get(answer, what);
      return true;
    } catch (ReplayException failed) {
      if (Answers.isBecause(failed, gone)) {
        return false;
      }
      throw failed;
    }
  }
}
