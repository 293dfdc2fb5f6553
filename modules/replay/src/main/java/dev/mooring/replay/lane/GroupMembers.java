package dev.mooring.replay.lane;

import dev.mooring.replay.ReplayException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.admin.StreamsGroupMemberDescription;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.UnsupportedVersionException;

/**
 * Who is in the group of a lane: a member for each stream thread of each instance.
 *
 * @param clientIds of its members
 */
record GroupMembers(List<String> clientIds) {

  /** Kafka Streams puts it between the id of an instance and the number of a thread. */
  private static final String THREAD = "-StreamThread-";

  /** Those of a group at present; none when there is no such group. */
  static GroupMembers of(Admin admin, String group) {
    try {
      return new GroupMembers(
          Answers.get(admin.describeConsumerGroups(List.of(group)).all(), what(group))
              .get(group)
              .members()
              .stream()
              .map(MemberDescription::clientId)
              .toList());
    } catch (ReplayException failed) {
      if (Answers.isBecause(failed, GroupIdNotFoundException.class)) {
        return ofStreamsProtocol(admin, group);
      }
      throw failed;
    }
  }

  boolean isEmpty() {
    return clientIds.isEmpty();
  }

  /** The instances that they belong to. */
  Set<String> instances() {
    return clientIds.stream()
        .map(id -> id.contains(THREAD) ? id.substring(0, id.indexOf(THREAD)) : id)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static GroupMembers ofStreamsProtocol(Admin admin, String group) {
    try {
      return new GroupMembers(
          Answers.get(admin.describeStreamsGroups(List.of(group)).all(), what(group))
              .get(group)
              .members()
              .stream()
              .map(StreamsGroupMemberDescription::clientId)
              .toList());
    } catch (ReplayException failed) {
      if (Answers.isBecause(failed, GroupIdNotFoundException.class)
          || Answers.isBecause(failed, UnsupportedVersionException.class)) {
        return new GroupMembers(List.of());
      }
      throw failed;
    }
  }

  private static String what(String group) {
    return "describe group " + group;
  }
}
