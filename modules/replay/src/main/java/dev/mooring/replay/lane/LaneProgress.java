package dev.mooring.replay.lane;

import dev.mooring.contract.Topics;
import dev.mooring.contract.row.LaneRow;
import dev.mooring.replay.ReplayException;
import dev.mooring.topology.Nodes;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/** Looks how far lanes are; from the second look on it can tell how fast they read. */
public final class LaneProgress {

  private static final double NANOS = 1e9;

  private final Admin admin;
  private final LaneStore lanes;
  private final LongSupplier nanoTime;
  private final Map<String, Look> before = new HashMap<>();

  /** What a group had read at a time. */
  private record Look(long read, long nanos) {}

  /** What there is of a topic, and what a group has committed of it. */
  private record Hop(long records, long done, int partitionsBehind) {

    long left() {
      return records - done;
    }
  }

  /**
   * In a cluster.
   *
   * @param admin the caller closes it
   * @param lanes the caller closes it
   * @param nanoTime a clock that runs evenly, in nanoseconds
   */
  public LaneProgress(Admin admin, LaneStore lanes, LongSupplier nanoTime) {
    this.admin = admin;
    this.lanes = lanes;
    this.nanoTime = nanoTime;
  }

  /** All lanes by name, the live one first, as they are now. */
  public List<LaneStatus> look() {
    return lanes.current().values().stream().map(this::status).toList();
  }

  private LaneStatus status(LaneRow row) {
    String application = row.getApplicationId();
    Map<TopicPartition, Long> committed = committed(application);
    Hop events = hop(Topics.EVENTS.name(), committed);
    Hop withdrawals = hop(Nodes.topic(application, Nodes.WITHDRAWALS), committed);
    Hop differences = hop(Nodes.topic(application, Nodes.DIFFERENCES), committed);
    Look now = new Look(events.done(), nanoTime.getAsLong());
    return new LaneStatus(
        row.getLane(),
        row.getState(),
        application,
        GroupMembers.of(admin, application).instances().size(),
        events.records(),
        events.done(),
        withdrawals.left(),
        differences.left(),
        events.partitionsBehind() + withdrawals.partitionsBehind() + differences.partitionsBehind(),
        speed(before.put(application, now), now));
  }

  private static OptionalDouble speed(Look before, Look now) {
    return before == null || now.nanos() <= before.nanos()
        ? OptionalDouble.empty()
        : OptionalDouble.of(
            Math.max(0, NANOS * (now.read() - before.read()) / (now.nanos() - before.nanos())));
  }

  private Hop hop(String topic, Map<TopicPartition, Long> committed) {
    List<TopicPartition> partitions = partitions(topic);
    Map<TopicPartition, Long> starts = offsets(partitions, OffsetSpec.earliest());
    Map<TopicPartition, Long> ends = offsets(partitions, OffsetSpec.latest());
    long records = 0;
    long done = 0;
    int behind = 0;
    for (TopicPartition partition : partitions) {
      long start = starts.get(partition);
      long end = Math.max(start, ends.get(partition));
      long next = Math.clamp(committed.getOrDefault(partition, start), start, end);
      records += end - start;
      done += next - start;
      behind += next < end ? 1 : 0;
    }
    return new Hop(records, done, behind);
  }

  private List<TopicPartition> partitions(String topic) {
    if (!Answers.get(admin.listTopics().names(), "list topics").contains(topic)) {
      return List.of();
    }
    int number =
        Answers.get(admin.describeTopics(List.of(topic)).allTopicNames(), "describe topic " + topic)
            .get(topic)
            .partitions()
            .size();
    return IntStream.range(0, number).mapToObj(each -> new TopicPartition(topic, each)).toList();
  }

  private Map<TopicPartition, Long> offsets(Collection<TopicPartition> of, OffsetSpec spec) {
    Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
    of.forEach(partition -> asked.put(partition, spec));
    Map<TopicPartition, Long> offsets = new HashMap<>();
    Answers.get(
            admin.listOffsets(asked, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED)).all(),
            "list offsets")
        .forEach((partition, found) -> offsets.put(partition, found.offset()));
    return offsets;
  }

  private Map<TopicPartition, Long> committed(String group) {
    Map<TopicPartition, Long> committed = new HashMap<>();
    try {
      Map<TopicPartition, OffsetAndMetadata> offsets =
          Answers.get(
              admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata(),
              "list the offsets of group " + group);
      offsets.forEach(
          (partition, offset) -> {
            if (offset != null) {
              committed.put(partition, offset.offset());
            }
          });
    } catch (ReplayException failed) {
      if (!Answers.isBecause(failed, GroupIdNotFoundException.class)) {
        throw failed;
      }
    }
    return committed;
  }
}
