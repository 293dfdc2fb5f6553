package dev.mooring.cli.acl;

import dev.mooring.cli.plan.InternalTopic;
import dev.mooring.contract.Lane;
import dev.mooring.contract.TopicSpec;
import dev.mooring.contract.Topics;
import dev.mooring.replay.lane.LaneAbort;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.Resource;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/**
 * What each role must be allowed. READ, WRITE and DELETE bring DESCRIBE with them, and
 * ALTER_CONFIGS brings DESCRIBE_CONFIGS, so these are left out beside them.
 */
public final class Grants {

  private static final String SHADOWS = Lane.LIVE.topicPrefix() + "shadow-";

  private final Map<Role, String> principals;
  private final String rootApplication;
  private final String application;
  private final boolean idempotentWrite;
  private final List<Grant> grants = new ArrayList<>();

  private Grants(
      Map<Role, String> principals,
      String rootApplication,
      String application,
      boolean idempotentWrite) {
    this.principals = principals;
    this.rootApplication = rootApplication;
    this.application = application;
    this.idempotentWrite = idempotentWrite;
  }

  /**
   * The grants of some principals.
   *
   * @param principals who does what
   * @param rootApplication the application.id that the settings name: what those of shadows begin
   *     with
   * @param application the application.id of the live lane
   * @param idempotentWrite whether the brokers are older than 3.0, where an idempotent producer has
   *     to be allowed IDEMPOTENT_WRITE on the cluster
   */
  public static List<Grant> of(
      Map<Role, String> principals,
      String rootApplication,
      String application,
      boolean idempotentWrite) {
    Grants wanted = new Grants(principals, rootApplication, application, idempotentWrite);
    principals.keySet().stream().sorted().forEach(wanted::add);
    return List.copyOf(wanted.grants);
  }

  private void add(Role role) {
    switch (role) {
      case PUBLISHER -> publisher();
      case TOPOLOGY -> topology();
      case READER -> reader();
      case ADMINISTRATOR -> administrator();
    }
    if (idempotentWrite && role != Role.READER) {
      allow(role, cluster(), AclOperation.IDEMPOTENT_WRITE);
    }
  }

  private void publisher() {
    allow(Role.PUBLISHER, topic(Topics.EVENTS), AclOperation.WRITE);
    Topics.REFERENCE.forEach(topic -> allow(Role.PUBLISHER, topic(topic), AclOperation.READ));
  }

  private void topology() {
    allow(Role.TOPOLOGY, topic(Topics.EVENTS), AclOperation.READ, AclOperation.DESCRIBE_CONFIGS);
    for (TopicSpec output : Lane.LIVE.outputs()) {
      allow(Role.TOPOLOGY, topic(output), AclOperation.WRITE, AclOperation.DESCRIBE_CONFIGS);
    }
    allow(Role.TOPOLOGY, topic(Topics.LANES), AclOperation.READ);
    for (InternalTopic internal : InternalTopic.of(application)) {
      internal(internal);
    }
    allow(Role.TOPOLOGY, literal(ResourceType.GROUP, application), AclOperation.READ);
    allow(
        Role.TOPOLOGY,
        prefixed(ResourceType.TRANSACTIONAL_ID, application + "-"),
        AclOperation.WRITE);
  }

  /** What has been committed of a topic between two stages is purged: that is DELETE to Kafka. */
  private void internal(InternalTopic internal) {
    ResourcePattern pattern = literal(ResourceType.TOPIC, internal.name());
    allow(
        Role.TOPOLOGY,
        pattern,
        AclOperation.CREATE,
        AclOperation.READ,
        AclOperation.WRITE,
        AclOperation.DESCRIBE_CONFIGS);
    if (internal.isPurged()) {
      allow(Role.TOPOLOGY, pattern, AclOperation.DELETE);
    }
  }

  private void reader() {
    Topics.all().forEach(topic -> allow(Role.READER, topic(topic), AclOperation.READ));
    InternalTopic.of(application).stream()
        .filter(InternalTopic::isPurged)
        .map(internal -> literal(ResourceType.TOPIC, internal.name()))
        .forEach(pattern -> allow(Role.READER, pattern, AclOperation.READ));
    allow(Role.READER, literal(ResourceType.GROUP, application), AclOperation.DESCRIBE);
  }

  private void administrator() {
    for (TopicSpec topic : Topics.all()) {
      allow(
          Role.ADMINISTRATOR,
          topic(topic),
          AclOperation.CREATE,
          AclOperation.READ,
          AclOperation.WRITE,
          AclOperation.ALTER_CONFIGS);
    }
    for (InternalTopic internal : InternalTopic.of(application)) {
      allow(
          Role.ADMINISTRATOR,
          literal(ResourceType.TOPIC, internal.name()),
          AclOperation.READ,
          AclOperation.ALTER_CONFIGS);
    }
    shadows(prefixed(ResourceType.TOPIC, SHADOWS));
    shadows(prefixed(ResourceType.TOPIC, rootApplication + "-shadow-"));
    groups();
    allow(Role.ADMINISTRATOR, cluster(), AclOperation.ALTER, AclOperation.DESCRIBE);
  }

  private void shadows(ResourcePattern pattern) {
    allow(
        Role.ADMINISTRATOR,
        pattern,
        AclOperation.CREATE,
        AclOperation.READ,
        AclOperation.WRITE,
        AclOperation.DELETE,
        AclOperation.DESCRIBE_CONFIGS);
  }

  /** A promotion shuts out the lane that it replaces, and passes offsets on. */
  private void groups() {
    allow(Role.ADMINISTRATOR, literal(ResourceType.GROUP, application), AclOperation.READ);
    allow(
        Role.ADMINISTRATOR,
        prefixed(ResourceType.GROUP, rootApplication + "-shadow-"),
        AclOperation.READ,
        AclOperation.DELETE);
    allow(
        Role.ADMINISTRATOR,
        prefixed(ResourceType.TRANSACTIONAL_ID, rootApplication + "-"),
        AclOperation.WRITE);
    allow(
        Role.ADMINISTRATOR,
        literal(ResourceType.TRANSACTIONAL_ID, LaneAbort.PROMOTER),
        AclOperation.WRITE);
  }

  private void allow(Role role, ResourcePattern pattern, AclOperation... operations) {
    for (AclOperation operation : operations) {
      grants.add(new Grant(role, principals.get(role), pattern, operation));
    }
  }

  private static ResourcePattern topic(TopicSpec topic) {
    return literal(ResourceType.TOPIC, topic.name());
  }

  private static ResourcePattern cluster() {
    return literal(ResourceType.CLUSTER, Resource.CLUSTER_NAME);
  }

  private static ResourcePattern literal(ResourceType type, String name) {
    return new ResourcePattern(type, name, PatternType.LITERAL);
  }

  private static ResourcePattern prefixed(ResourceType type, String prefix) {
    return new ResourcePattern(type, prefix, PatternType.PREFIXED);
  }
}
