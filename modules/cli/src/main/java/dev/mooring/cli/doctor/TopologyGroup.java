package dev.mooring.cli.doctor;

import dev.mooring.contract.Topics;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/** Whether the topology runs, and how many events it has before it. */
record TopologyGroup(Admin admin, String application) implements Check {

  private static final String START = "`mooring start` runs it";

  @Override
  public String name() {
    return "topology";
  }

  @Override
  public String advice() {
    return "may this principal see the group? `mooring topics plan --acls` shows what that takes";
  }

  @Override
  public List<Finding> look() throws ExecutionException, InterruptedException {
    try {
      ConsumerGroupDescription group =
          admin
              .describeConsumerGroups(List.of(application))
              .describedGroups()
              .get(application)
              .get();
      return List.of(finding(group.groupState(), group.members().size(), behind()));
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof GroupIdNotFoundException) {
        return List.of(Finding.warning(name(), application + " has never run", START));
      }
      throw failed;
    }
  }

  Finding finding(GroupState state, int members, long behind) {
    String what =
        "%s is %s, %d members, %d records behind"
            .formatted(application, state.toString().toLowerCase(Locale.ROOT), members, behind);
    return switch (state) {
      case STABLE -> Finding.ok(name(), what);
      case EMPTY, DEAD -> Finding.warning(name(), what, START);
      default ->
          Finding.warning(
              name(), what, "it is being shared out among instances: look again in a minute");
    };
  }

  /** Offsets, among which those of markers of transactions are counted too. */
  private long behind() throws ExecutionException, InterruptedException {
    String events = Topics.EVENTS.name();
    Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
    int partitions =
        admin.describeTopics(List.of(events)).allTopicNames().get().get(events).partitions().size();
    for (int partition = 0; partition < partitions; partition++) {
      asked.put(new TopicPartition(events, partition), OffsetSpec.latest());
    }
    Map<TopicPartition, OffsetAndMetadata> committed =
        admin.listConsumerGroupOffsets(application).partitionsToOffsetAndMetadata().get();
    var ends =
        admin.listOffsets(asked, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED)).all().get();
    return ends.entrySet().stream()
        .mapToLong(
            end -> {
              OffsetAndMetadata offset = committed.get(end.getKey());
              return Math.max(0, end.getValue().offset() - (offset == null ? 0 : offset.offset()));
            })
        .sum();
  }
}
