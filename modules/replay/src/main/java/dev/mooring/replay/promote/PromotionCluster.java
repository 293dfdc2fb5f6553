package dev.mooring.replay.promote;

import dev.mooring.contract.Lane;
import dev.mooring.contract.TopicSpec;
import dev.mooring.contract.Topics;
import dev.mooring.contract.row.LaneRow;
import dev.mooring.registry.SchemaRegistryClient;
import dev.mooring.replay.lane.Answers;
import dev.mooring.replay.lane.ClusterAccess;
import dev.mooring.replay.lane.Difference;
import dev.mooring.replay.lane.GroupFence;
import dev.mooring.replay.lane.LaneDiff;
import dev.mooring.replay.lane.LaneRemoval;
import dev.mooring.replay.lane.LaneStore;
import dev.mooring.replay.lane.LanesSettling;
import dev.mooring.replay.log.ParallelReader;
import dev.mooring.replay.log.Progress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.TopicPartition;

/** What a promotion asks of the cluster, and has it do. */
record PromotionCluster(
    ClusterAccess access,
    Admin admin,
    LaneStore lanes,
    SchemaRegistryClient registry,
    Path stateDirectory,
    InstantSource clock) {

  /** How long a lane may come no nearer to the end of the events. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** The schemas of a shadow's rows, for the live topics. */
  LiveSchemas liveSchemas() {
    return new LiveSchemas(registry, access.view().registry());
  }

  /** Waits until a lane has committed all that was published before. */
  void settle(LaneRow lane) {
    new LanesSettling(access, List.of(lane), PATIENCE).run();
  }

  /** Returns when nobody writes for an application any more. */
  void fence(String applicationId) {
    GroupFence.of(admin).close(applicationId);
  }

  /** What makes the live rows those of a shadow. */
  Difference difference(Lane shadow, long mostBytes) {
    return new LaneDiff(access.view(), Lane.LIVE, shadow, () -> {})
        .difference(mostBytes, Progress.NONE);
  }

  /** The dead letters of a shadow behind where an application has stopped. */
  List<ProducerRecord<byte[], byte[]>> laterLetters(Lane shadow, String applicationId) {
    Map<TopicPartition, Long> stopped = new HashMap<>();
    Answers.get(
            admin.listConsumerGroupOffsets(applicationId).partitionsToOffsetAndMetadata(),
            "tell the offsets of group " + applicationId)
        .forEach(
            (partition, committed) -> {
              if (committed != null && partition.topic().equals(Topics.EVENTS.name())) {
                stopped.put(partition, committed.offset());
              }
            });
    return LaterLetters.of(shadow, stopped, ParallelReader.of(access.view()));
  }

  /** Where the topics of live rows end, with what is not committed. */
  Map<TopicPartition, Long> rowEnds() {
    Map<TopicPartition, OffsetSpec> asked =
        Answers.get(
                admin
                    .describeTopics(Topics.OUTPUTS.stream().map(TopicSpec::name).toList())
                    .allTopicNames(),
                "describe the topics of rows")
            .values()
            .stream()
            .flatMap(
                topic ->
                    topic.partitions().stream()
                        .map(info -> new TopicPartition(topic.name(), info.partition())))
            .collect(Collectors.toMap(partition -> partition, latest -> OffsetSpec.latest()));
    Map<TopicPartition, Long> ends = new HashMap<>();
    Answers.get(admin.listOffsets(asked).all(), "tell the ends of the topics of rows")
        .forEach((partition, end) -> ends.put(partition, end.offset()));
    return ends;
  }

  /** Whether instances of an application have its partitions. */
  boolean isRun(String applicationId) {
    var group =
        Answers.get(
                admin.describeConsumerGroups(List.of(applicationId)).all(),
                "describe group " + applicationId)
            .get(applicationId);
    return group.groupState() == GroupState.STABLE && !group.members().isEmpty();
  }

  /** Removes what a retired lane record names. */
  void remove(LaneRow retired) {
    LaneRemoval.Removed unused =
        new LaneRemoval(admin, registry, GroupFence.of(admin), lanes, stateDirectory)
            .remove(retired);
  }
}
